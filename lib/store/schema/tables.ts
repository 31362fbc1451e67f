/**
 * Incremented whenever the tables change, or what a compile writes for the same file. A store of another version is rebuilt
 * by the next compile.
 */
export const storeVersion = 32

/** The content store. Every list a page shows has an index in its order, and every number it shows is stored. */
export const createTables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- The read keys (lib/library/reads.ts) that compiles changed, with the last compile that did. Changes before meta's
-- "changesSince" are no longer known.
CREATE TABLE change (key TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;

-- The rows that compiles changed, by table and key as JSON, with the last compile that did; and the compiles since
-- which all are known. Both are empty until the library is published to another engine (row-log.ts).
CREATE TABLE row_change (name TEXT, key TEXT, sequence INTEGER NOT NULL, PRIMARY KEY (name, key)) WITHOUT ROWID;
CREATE TABLE row_state (sequence INTEGER PRIMARY KEY);

-- What the compiler knows about each file: enough to detect a change, and the question that it holds.
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
  -- 40 bits of its address (lib/core/short-id.ts).
  short INTEGER NOT NULL,
  -- "title" is its words alone; "title_html" has its code and emphasis, if it has any. "description" is what lists show:
  -- the author's, or a sentence of the answer if that says nothing (lib/compiler/source/description.ts).
  title TEXT NOT NULL, title_html TEXT, title_key TEXT NOT NULL, description TEXT NOT NULL,
  -- "modified" is the day of the last change; "place" determines its file of the sitemap.
  date TEXT NOT NULL, modified TEXT NOT NULL, place INTEGER NOT NULL,
  author TEXT NOT NULL, author_name TEXT NOT NULL, subject_name TEXT,
  canonical TEXT,
  -- These should be unique: the editorial number, and the hash of the title without case and punctuation.
  number INTEGER, title_identity INTEGER NOT NULL,
  no_index INTEGER NOT NULL,
  -- The same question under two subjects has the same slug and the same answer: one of them is canonical.
  same_key TEXT NOT NULL,
  canonical_id INTEGER NOT NULL,
  is_canonical INTEGER NOT NULL GENERATED ALWAYS AS (canonical_id = id) STORED,
  -- What rewordings have in common: the sense of their titles, or a hash of their answers (lib/search); and in how many
  -- ways the question is asked.
  sense INTEGER NOT NULL, band INTEGER, other_band INTEGER, ways INTEGER NOT NULL DEFAULT 1,
  answer TEXT NOT NULL, answer_breaks TEXT NOT NULL,
  details TEXT NOT NULL,
  -- What lists are ordered by, ascending: the newest first, or the title; the slug makes it unique.
  newest_key TEXT GENERATED ALWAYS AS ((99999999 - CAST(replace(date, '-', '') AS INTEGER)) || ' ' || slug) VIRTUAL,
  az_key TEXT GENERATED ALWAYS AS (title_key || char(1) || slug) VIRTUAL,
  UNIQUE (subject, slug)
);

-- Which questions name an address, by its hash, as related, in their answer or as canonical.
CREATE TABLE link (address INTEGER NOT NULL, question_id INTEGER NOT NULL);

-- Old addresses that lead to a question, and removed ones, with their places in the files.
CREATE TABLE alias (
  address TEXT, question_id INTEGER, line INTEGER NOT NULL, column INTEGER NOT NULL, PRIMARY KEY (address, question_id)
) WITHOUT ROWID;
CREATE TABLE removed_address (address TEXT PRIMARY KEY, line INTEGER NOT NULL, column INTEGER NOT NULL) WITHOUT ROWID;

-- The files of the sitemap, in sections: the questions of a subject, or "_authors". The files of a section hold
-- ranges of places (sitemap-files.ts) and are counted here.
CREATE TABLE sitemap_file (
  section TEXT, number INTEGER, addresses INTEGER NOT NULL, modified TEXT NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (section, number)
) WITHOUT ROWID;
-- Authors, with how many pages each has.
CREATE TABLE sitemap_author (
  place INTEGER, slug TEXT, addresses INTEGER NOT NULL, modified TEXT NOT NULL, PRIMARY KEY (place, slug)
) WITHOUT ROWID;

-- How many files name an address, by its hash, among their related questions.
CREATE TABLE inbound (address INTEGER PRIMARY KEY, links INTEGER NOT NULL);

-- The place of a question on the path of each of its topics (lib/core/path-key.ts); a copy is on no path, and has a place
-- after "~". Questions hidden from search engines have none.
CREATE TABLE path (question_id INTEGER PRIMARY KEY, sort TEXT NOT NULL);
-- Which questions mention which topics (subject, slash, topic), in the order of the path and then those that are not on
-- it; "how" is defined in lib/core/topics.ts.
CREATE TABLE topic_question (
  topic TEXT, sort TEXT, question_id INTEGER, how INTEGER NOT NULL, PRIMARY KEY (topic, sort, question_id)
) WITHOUT ROWID;
-- How many questions mention each candidate for a topic (lib/core/topic-rule.ts), if enough do.
CREATE TABLE topic_count (
  slug TEXT, subject TEXT, questions INTEGER NOT NULL, keyword INTEGER NOT NULL, leading INTEGER NOT NULL,
  keyword_about INTEGER NOT NULL, PRIMARY KEY (slug, subject)
) WITHOUT ROWID;
-- The topics that have a page, ordered by their number of questions; "size" is that number's logarithm.
CREATE TABLE topic (
  subject TEXT, slug TEXT, name TEXT NOT NULL, place INTEGER NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (subject, slug)
) WITHOUT ROWID;

-- Each ordered list of questions (list-definitions.ts), and how many it shows.
CREATE TABLE list (
  list TEXT, key TEXT, questions INTEGER NOT NULL, PRIMARY KEY (list, key)
) WITHOUT ROWID;
-- Lists with pages are cut into segments of some hundred rows, so that any page is found without scanning those before it.
CREATE TABLE list_segment (
  list TEXT, key TEXT, first TEXT, questions INTEGER NOT NULL, PRIMARY KEY (list, key, first)
) WITHOUT ROWID;

-- "badge" is two letters that no other subject has (lib/core/badges.ts).
CREATE TABLE subject (
  slug TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, sort_order REAL, badge TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE subject_file (slug TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, sort_order REAL) WITHOUT ROWID;
-- The display names that the files of a subject, and the bylines of an author, use, and how often.
CREATE TABLE subject_name (slug TEXT, name TEXT, uses INTEGER NOT NULL, PRIMARY KEY (slug, name)) WITHOUT ROWID;
CREATE TABLE author_name (slug TEXT, name TEXT, uses INTEGER NOT NULL, PRIMARY KEY (slug, name)) WITHOUT ROWID;

-- Canonical questions that search engines may see: every word of them, and separately, small and in the order of
-- heading-key.ts, what is above the answer, as words are compared (toPlainLetters in lib/core/words.ts), with the sense of the
-- title, and its stems and words as ranking compares them (lib/search/compared-heading.ts). A subject is indexed by its
-- words and its token (lib/search/subject-token.ts).
CREATE VIRTUAL TABLE question_text USING fts5 (
  title, keywords, subject, answer,
  content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* M*'"
);
CREATE VIRTUAL TABLE question_heading USING fts5 (
  title, keywords, subject, sense UNINDEXED, compared UNINDEXED,
  tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* M*'"
);
-- What abbreviations stand for according to questions (lib/search/abbreviations.ts), and how many questions say so.
CREATE TABLE abbreviation (short TEXT, long TEXT, uses INTEGER NOT NULL, PRIMARY KEY (short, long)) WITHOUT ROWID;
-- The words of those headings: how many headings and how many titles have each, and how many of these titles repeat it
-- among their keywords; '' counts all words (lib/search/worth.ts). And the pieces and sounds by which misspelt words are
-- looked up.
CREATE TABLE word (
  word TEXT PRIMARY KEY, questions INTEGER NOT NULL, titled INTEGER NOT NULL, repeated INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE word_piece (piece TEXT, word TEXT, PRIMARY KEY (piece, word)) WITHOUT ROWID;
`

/** Indexes. Created after the rows of a first compile: that is cheaper. */
export const createIndexes = `
CREATE INDEX change_by_sequence ON change (sequence);
CREATE INDEX row_change_by_sequence ON row_change (sequence);
CREATE INDEX question_newest_in_subject ON question (subject, newest_key) WHERE no_index = 0;
CREATE INDEX question_by_title_in_subject ON question (subject, az_key) WHERE no_index = 0;
CREATE INDEX question_newest ON question (newest_key) WHERE no_index = 0 AND is_canonical = 1;
CREATE INDEX question_by_author ON question (author, newest_key) WHERE no_index = 0 AND is_canonical = 1;
CREATE INDEX question_by_author_in_subject ON question (author, subject, newest_key) WHERE no_index = 0 AND is_canonical = 1;
CREATE INDEX question_in_sitemap ON question (subject, place, slug, modified) WHERE no_index = 0 AND is_canonical = 1;
CREATE INDEX question_by_sense ON question (sense) WHERE no_index = 0 AND is_canonical = 1;
CREATE INDEX question_by_band ON question (band) WHERE no_index = 0 AND is_canonical = 1 AND band IS NOT NULL;
CREATE INDEX question_by_other_band ON question (other_band)
  WHERE no_index = 0 AND is_canonical = 1 AND other_band IS NOT NULL;
CREATE INDEX question_by_title ON question (lower(title)) WHERE no_index = 0 AND is_canonical = 1;
CREATE INDEX question_by_slug ON question (slug);
CREATE INDEX question_by_short ON question (short);
CREATE INDEX question_same ON question (same_key);
CREATE INDEX question_by_number ON question (number) WHERE number IS NOT NULL;
CREATE INDEX question_by_title_identity ON question (title_identity);
CREATE INDEX link_by_address ON link (address, question_id);
CREATE INDEX list_topic_size ON list (substr(key, 1, instr(key, '/') - 1), questions DESC, key) WHERE list = 'topic';
CREATE INDEX topic_defined ON topic_question (topic, sort) WHERE how >= 8;
CREATE INDEX abbreviation_by_short ON abbreviation (short, uses DESC, long);
CREATE INDEX abbreviation_by_long ON abbreviation (long, uses DESC, short);
CREATE INDEX topic_by_slug ON topic (slug, subject);
CREATE INDEX question_canonical ON question (canonical) WHERE canonical IS NOT NULL;
`
