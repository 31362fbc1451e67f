import type Database from 'libsql'
import type { Store } from '@/lib/store/schema/open'

/** Keys that several files share only by mistake, and how the index stores them. */
const sharedKeys = {
  address: ["slug || '/' || subject", 'file WHERE slug IS NOT NULL'],
  title: ['title', 'file WHERE title IS NOT NULL'],
  number: ['number', 'file WHERE number IS NOT NULL'],
  description: ['description', 'description'],
  band: ['band', 'band'],
} as const
export type SharedKind = keyof typeof sharedKeys

/** How many files with the same title, name or number are considered; for bands and words, the limit is higher. */
const maxPerKey = 20

/** How many files with a word in their titles are considered. */
export const maxPerStem = 100

const keyTables = [
  ['alias', 'address'],
  ['link', 'address'],
  ['removed_address', 'address'],
  ['band', 'band'],
  ['stem', 'stem'],
  ['description', 'description'],
  ['author', 'author'],
] as const

/** The statements of the check's index. */
export function prepareStatements(store: Store) {
  // All ids concatenated: one row for each would be ten times slower.
  const ids = (select: string, limit: number) =>
    store.prepare(`SELECT group_concat(id) AS ids FROM (${select} LIMIT ${limit})`)
  const known = 'id, dir, name, size, mtime, ctime, inode, read_at, hash, subject, slug, facts, minhash'
  const columns = `${known}, findings`
  return {
    putVersion: store.prepare("INSERT INTO meta VALUES ('version', ?)"),
    getFolder: store.prepare('SELECT mtime, ctime, read_at FROM folder WHERE dir = ?'),
    putFolder: store.prepare('INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?)'),
    listFolders: store.prepare('SELECT dir FROM folder ORDER BY dir'),
    // “0” is the character after “/”.
    listFoldersBelow: store.prepare("SELECT dir FROM folder WHERE dir > ?1 || '/' AND dir < ?1 || '0' ORDER BY dir"),
    removeFolder: store.prepare('DELETE FROM folder WHERE dir = ?'),
    listStates: store.prepare('SELECT id, name, size, mtime, ctime, inode, read_at, hash FROM file WHERE dir = ?'),
    getFile: store.prepare(`SELECT ${columns} FROM file WHERE dir = ? AND name = ?`),
    getById: store.prepare(`SELECT ${columns} FROM file WHERE id = ?`),
    getKnown: store.prepare(`SELECT ${known} FROM file WHERE id = ?`),
    getByKey: store.prepare(`SELECT ${known} FROM file WHERE slug = ? AND subject = ? ORDER BY dir, name LIMIT 1`),
    getNamed: store.prepare(
      `SELECT id, dir, name, size, mtime, ctime, inode, read_at, heading AS title, no_index AS noIndex FROM file
      WHERE slug = ? AND subject = ? ORDER BY dir, name LIMIT 1`,
    ),
    listFiles: store.prepare(`SELECT ${columns} FROM file WHERE dir = ? AND name > ? ORDER BY name LIMIT 200`),
    getKeys: store.prepare('SELECT id, keys FROM file WHERE dir = ? AND name = ?'),
    putFile: store.prepare(
      `INSERT INTO file (dir, name, size, mtime, ctime, inode, read_at, hash, subject, slug, title, number, heading,
        no_index, facts, minhash, findings, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    touchFile: store.prepare('UPDATE file SET size = ?, mtime = ?, ctime = ?, inode = ?, read_at = ? WHERE id = ?'),
    removeFile: store.prepare('DELETE FROM file WHERE id = ?'),
    putKeys: keyTables.map(([table]) => store.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`)),
    removeKeys: keyTables.map(([table, key]) => store.prepare(`DELETE FROM ${table} WHERE ${key} = ? AND file = ?`)),
    listShared: Object.fromEntries(
      Object.entries(sharedKeys).map(([kind, [key, from]]) => [
        kind,
        store.prepare(`SELECT ${key} AS key FROM ${from} GROUP BY 1 HAVING count(*) > 1`),
      ]),
    ) as Record<SharedKind, Database.Statement>,
    putCompared: store.prepare('INSERT INTO compared VALUES (?, ?, ?, ?, ?)'),
    removeCompared: store.prepare('DELETE FROM compared WHERE file = ?'),
    getCompared: store.prepare('SELECT subject, title, keywords FROM compared WHERE file = ?'),
    getAnswerStems: store.prepare('SELECT answer FROM compared WHERE file = ?'),
    listCompared: store.prepare(`SELECT c.file AS id, f.dir || '/' || f.name AS path, c.subject, c.title, c.keywords
      FROM json_each(?) wanted JOIN compared c ON c.file = wanted.value JOIN file f ON f.id = c.file`),
    byKey: ids('SELECT id FROM file WHERE slug = ? AND subject = ? AND id <> ? ORDER BY dir, name', maxPerKey),
    bySlug: ids('SELECT id FROM file WHERE slug = ? ORDER BY dir, name', maxPerKey),
    title: ids('SELECT id FROM file WHERE title = ? AND id <> ? ORDER BY dir, name', maxPerKey),
    number: ids('SELECT id FROM file WHERE number = ? AND id <> ? ORDER BY dir, name', maxPerKey),
    description: ids('SELECT file AS id FROM description WHERE description = ? AND file <> ?', maxPerKey),
    nextAuthor: store.prepare('SELECT author FROM author WHERE author > ? ORDER BY author LIMIT 1'),
    countByAuthor: store.prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM author WHERE author = ? LIMIT ${maxPerStem})`,
    ),
    byAlias: ids('SELECT file AS id FROM alias WHERE address = ?', maxPerKey),
    byBands: ids(
      'SELECT DISTINCT band.file AS id FROM json_each(?) AS wanted JOIN band ON band.band = wanted.value AND file <> ?',
      10 * maxPerKey,
    ),
    byStem: ids('SELECT file AS id FROM stem WHERE stem = ?', maxPerStem + 1),
    byRemoved: ids('SELECT file AS id FROM removed_address WHERE address = ?', 1),
    byLink: ids('SELECT file AS id FROM link WHERE address = ?', -1),
  }
}
