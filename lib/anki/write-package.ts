import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeZipFile } from '@/lib/core/zip-file'
import type { Deck } from './deck'
import { withCollection } from './write-collection'

/** A deck as a file that Anki imports: `.apkg`, a zip file with a collection and a list of media, which is empty. */
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
