import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Deck } from './deck'
import { writeCollection } from './write-collection'

/** The earliest day that a zip file can name: the same for all, so that the same deck has the same bytes. */
const mtime = new Date(1980, 0, 1)

/** A deck as a file that Anki imports: `.apkg`, a zip file of a collection and of media, of which there are none. */
export async function toPackage(deck: Deck): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deck-'))
  try {
    const file = path.join(folder, 'collection.anki2')
    await writeCollection(file, deck)
    return zipSync({ 'collection.anki2': readFileSync(file), media: strToU8('{}') }, { mtime, level: 6 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
