import { createHash } from 'node:crypto'
import { existsSync, truncateSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { Deck } from './deck'
import { createIndexes, createTables } from './schema'
import { begin, modelId, toSettings } from './settings'

/** Ids are times in milliseconds: 36 bits span two years after `begin`, 40 bits would span decades. */
const idBits = 36

/**
 * Writes a deck as an Anki collection into a folder, one note at a time, and passes the file to `use`. In any case the
 * file is truncated afterwards: libsql keeps it open, even if it is deleted, until its statements are garbage-collected.
 */
export async function withCollection(folder: string, deck: Deck, use: (file: string) => Promise<void>) {
  const file = path.join(folder, 'collection.anki2')
  try {
    await writeCollection(file, deck)
    await use(file)
  } finally {
    if (existsSync(file)) truncateSync(file)
  }
}

/** Writes a deck into a new file. */
async function writeCollection(file: string, deck: Deck) {
  const store = new Database(file)
  try {
    store.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096; BEGIN; ${createTables}`)
    const { conf, models, decks, dconf } = toSettings(deck)
    store
      .prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
      .run(begin, begin * 1_000, begin * 1_000, conf, models, decks, dconf, '{}')
    const insertNote = store.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')")
    const insertCard = store.prepare(
      "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
    )
    const isUsed = store.prepare('SELECT 1 FROM notes WHERE id = ?')
    let place = 0
    for await (const note of deck.notes) {
      let id = begin * 1_000 + (note.short % 2 ** idBits)
      while (isUsed.get(id)) id += 1
      place += 1
      const fields = [note.question, note.points, note.answer, note.link]
      const sorted = toText(note.question)
      const tags = note.tags.length > 0 ? ` ${note.tags.join(' ')} ` : ''
      insertNote.run(id, note.guid, modelId, note.modified, tags, fields.join('\x1f'), sorted, toChecksum(sorted))
      insertCard.run(id, id, deck.id, note.modified, place)
    }
    store.exec(`${createIndexes} COMMIT`)
  } finally {
    store.close()
  }
}

/** The id of a deck, derived from its name. */
export const toDeckId = (name: string) =>
  begin * 1_000 + (createHash('sha256').update(name).digest().readUIntBE(0, 6) % 2 ** idBits)

const toText = (html: string) => html.replace(/<[^>]*>/g, '')

/** The checksum by which Anki finds notes with the same first field. */
const toChecksum = (text: string) => Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16)
