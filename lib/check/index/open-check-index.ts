import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { getRow, type Store } from '@/lib/store/schema/open'

const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE folder (dir TEXT PRIMARY KEY, mtime REAL NOT NULL, ctime REAL NOT NULL, read_at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  dir TEXT NOT NULL, name TEXT NOT NULL,
  size INTEGER NOT NULL, mtime REAL NOT NULL, ctime REAL NOT NULL, inode INTEGER NOT NULL,
  read_at REAL NOT NULL, hash TEXT NOT NULL,
  subject TEXT, slug TEXT, title INTEGER, number INTEGER,
  -- What is needed of a question that another one names: its title as shown, and whether it has no_index.
  heading TEXT, no_index INTEGER,
  -- Most queries need only the facts and the MinHash, so these come before the findings: SQLite reads no further.
  facts TEXT NOT NULL, minhash TEXT, findings TEXT NOT NULL,
  -- What is in the tables below for this file, as JSON: [[aliases], [links], [removed], [bands], [stems], [descriptions], [authors]].
  keys TEXT NOT NULL,
  UNIQUE (dir, name)
);
CREATE INDEX file_by_slug ON file (slug, subject) WHERE slug IS NOT NULL;
CREATE INDEX file_by_title ON file (title) WHERE title IS NOT NULL;
CREATE INDEX file_by_number ON file (number) WHERE number IS NOT NULL;
-- By the hash of an address: the files that have it as an alias, refer to it, list it as removed. By a band: similar texts.
-- By the hash of a stem: the titles that have it.
CREATE TABLE alias (address INTEGER, file INTEGER, PRIMARY KEY (address, file)) WITHOUT ROWID;
CREATE TABLE link (address INTEGER, file INTEGER, PRIMARY KEY (address, file)) WITHOUT ROWID;
CREATE TABLE removed_address (address INTEGER, file INTEGER, PRIMARY KEY (address, file)) WITHOUT ROWID;
CREATE TABLE stem (stem INTEGER, file INTEGER, PRIMARY KEY (stem, file)) WITHOUT ROWID;
CREATE TABLE description (description INTEGER, file INTEGER, PRIMARY KEY (description, file)) WITHOUT ROWID;
CREATE TABLE author (author TEXT, file INTEGER, PRIMARY KEY (author, file)) WITHOUT ROWID;
-- What similarity is computed from (../library/compared-words.ts), apart from what else is known of a question.
CREATE TABLE compared (
  file INTEGER PRIMARY KEY, subject TEXT NOT NULL, title TEXT NOT NULL, keywords TEXT NOT NULL, answer TEXT NOT NULL
);
CREATE TABLE band (band INTEGER, file INTEGER, PRIMARY KEY (band, file)) WITHOUT ROWID;
`

/**
 * The check's index at a path; if there is no complete one of this version, a new one, empty and without its version.
 */
export function openCheckIndex(file: string, version: string): { store: Store; fresh: boolean } {
  mkdirSync(path.dirname(file), { recursive: true })
  const present = openPresent(file, version)
  return { store: present ?? createNew(file), fresh: present === undefined }
}

/** The index at its path, if it is complete and of this version. */
function openPresent(file: string, version: string): Store | undefined {
  if (!existsSync(file)) return undefined
  try {
    const store = open(file)
    if (readVersion(store) === version) return store
    store.close()
  } catch {
    // A process that was killed left it incomplete.
  }
  return undefined
}

/** Without a journal: until its version is written, at the very end, losing it costs nothing. */
function createNew(file: string): Store {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
  const store = open(file)
  store.pragma('journal_mode = OFF')
  store.pragma('synchronous = OFF')
  store.exec(tables)
  return store
}

function open(file: string): Store {
  const store = new Database(file, { timeout: 600_000 })
  store.pragma('cache_size = -65536')
  return store
}

function readVersion(store: Store): unknown {
  const hasMeta = getRow(store.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'"))
  return hasMeta && getRow<{ value: unknown }>(store.prepare("SELECT value FROM meta WHERE key = 'version'"))?.value
}
