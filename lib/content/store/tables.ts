/** Raised whenever the tables change; a store of another version is made anew by the next compile. */
export const storeVersion = 3

/** The content store. Every list a page shows has an index in its order, and every number it shows is kept. */
export const createTables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- What the compiler knows of each file: enough to see that it has not changed, and what it made of it.
CREATE TABLE file (
  dir TEXT NOT NULL, name TEXT NOT NULL,
  size INTEGER NOT NULL, mtime REAL NOT NULL, ctime REAL NOT NULL, inode INTEGER NOT NULL,
  read_at REAL NOT NULL, hash TEXT NOT NULL,
  question_id INTEGER,
  PRIMARY KEY (dir, name)
) WITHOUT ROWID;

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL, slug TEXT NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL, title_key TEXT NOT NULL, description TEXT NOT NULL,
  date TEXT NOT NULL,
  author TEXT NOT NULL, author_name TEXT NOT NULL, subject_name TEXT,
  canonical TEXT,
  no_index INTEGER NOT NULL,
  -- The same question under two subjects has the same slug and the same answer: one of them is the owner.
  same_key TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  is_owner INTEGER NOT NULL GENERATED ALWAYS AS (owner_id = id) STORED,
  answer TEXT NOT NULL, answer_breaks TEXT NOT NULL,
  details TEXT NOT NULL,
  -- The compile that last changed what the question's own page shows of it or of its place in the subject.
  version INTEGER NOT NULL,
  UNIQUE (subject, slug)
);

-- How many files name an address, by its hash, among their related questions.
CREATE TABLE inbound (address INTEGER PRIMARY KEY, links INTEGER NOT NULL);

-- How many questions each list shows: ('all', ''), ('subject', slug), ('author', slug). Kept by triggers.
CREATE TABLE list_count (list TEXT, key TEXT, questions INTEGER NOT NULL, PRIMARY KEY (list, key)) WITHOUT ROWID;

-- The compile that last changed what a list shows: ('all', '') for the lists of all questions, ('subject', slug).
CREATE TABLE list_version (list TEXT, key TEXT, version INTEGER NOT NULL, PRIMARY KEY (list, key)) WITHOUT ROWID;

CREATE TABLE subject (slug TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, sort_order REAL) WITHOUT ROWID;
CREATE TABLE subject_file (slug TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, sort_order REAL) WITHOUT ROWID;
-- The display names that the files of a subject, and the bylines of an author, use, and how often.
CREATE TABLE subject_name (slug TEXT, name TEXT, uses INTEGER NOT NULL, PRIMARY KEY (slug, name)) WITHOUT ROWID;
CREATE TABLE author_name (slug TEXT, name TEXT, uses INTEGER NOT NULL, PRIMARY KEY (slug, name)) WITHOUT ROWID;

-- Owners that search engines may see, by title, keywords and words of the answer.
CREATE VIRTUAL TABLE question_text USING fts5 (
  title, keywords, answer,
  content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
`

/** What keeps the tables quick to ask and their counts right. Made after the rows of a first compile: that is cheaper. */
export const createIndexes = `
CREATE INDEX question_newest_in_subject ON question (subject, date DESC, slug) WHERE no_index = 0;
CREATE INDEX question_by_title_in_subject ON question (subject, title_key, slug) WHERE no_index = 0;
CREATE INDEX question_newest ON question (date DESC, slug) WHERE no_index = 0 AND is_owner = 1;
CREATE INDEX question_by_author ON question (author, date DESC, slug) WHERE no_index = 0 AND is_owner = 1;
CREATE INDEX question_by_slug ON question (slug);
CREATE INDEX question_same ON question (same_key);
CREATE INDEX question_canonical ON question (canonical) WHERE canonical IS NOT NULL;

DELETE FROM list_count;
INSERT INTO list_count SELECT 'all', '', count(*) FROM question WHERE no_index = 0 AND is_owner = 1;
INSERT INTO list_count SELECT 'subject', subject, count(*) FROM question WHERE no_index = 0 GROUP BY subject;
INSERT INTO list_count SELECT 'author', author, count(*) FROM question WHERE no_index = 0 AND is_owner = 1 GROUP BY author;
${countTrigger('INSERT', 'INSERT', [['NEW', 1]])}
${countTrigger('DELETE', 'DELETE', [['OLD', -1]])}
${countTrigger('UPDATE', 'UPDATE OF subject, author, no_index, owner_id', [
  ['OLD', -1],
  ['NEW', 1],
])}
`

/** A trigger that adds a row to, or takes it from, the counts of the lists that show it. */
function countTrigger(name: string, event: string, changes: ['OLD' | 'NEW', 1 | -1][]): string {
  const count = (list: string, key: string, change: number, shown: string) =>
    `INSERT INTO list_count SELECT '${list}', ${key}, ${change} WHERE ${shown}
      ON CONFLICT DO UPDATE SET questions = questions + excluded.questions;`
  const statements = changes.flatMap(([row, change]) => [
    count('subject', `${row}.subject`, change, `${row}.no_index = 0`),
    count('author', `${row}.author`, change, `${row}.no_index = 0 AND ${row}.owner_id = ${row}.id`),
    count('all', `''`, change, `${row}.no_index = 0 AND ${row}.owner_id = ${row}.id`),
  ])
  return `CREATE TRIGGER count_${name} AFTER ${event} ON question BEGIN ${statements.join('\n')} END;`
}
