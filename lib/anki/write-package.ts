import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeZipFile } from '@/lib/core/zip-file'
import type { Deck } from './deck'
import { withCollection } from './write-collection'

/** A deck as a file that Anki imports: `.apkg`, a zip file of a collection and of media, of which there are none. */
export async function toPackage(deck: Deck): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deck-'))
  try {
    const file = path.join(folder, 'deck.apkg')
    await withCollection(folder, deck, (collection) =>
      writeZipFile(file, async (zip) => {
        await zip.addFile('collection.anki2', collection)
        await zip.add('media', '{}')
      }),
    )
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
