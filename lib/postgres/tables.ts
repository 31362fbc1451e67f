import { type PublishedTable, publishedNames, publishedTables } from '@/lib/store/schema/published-tables'

/** Texts are compared as bytes, as SQLite and the compiler do. */
const types = { integer: 'bigint', real: 'double precision', text: 'text COLLATE "C"' }

const searchTables = {
  /**
   * A question's heading: the sense of its title, what ranking compares (lib/search/compared-heading.ts), all stems, on a
   * line each for title, keywords and subject, and which of these are neighbours (stems.ts).
   */
  heading: `key bigint, keywords text NOT NULL, subject text NOT NULL, sense bigint NOT NULL, compared text NOT NULL,
    stems text NOT NULL, neighbours integer[] NOT NULL`,
  /** Which headings have a stem; `columns` adds up title (1), keywords (2) and subject (4). */
  heading_posting: 'stem text COLLATE "C", key bigint, columns smallint NOT NULL',
  /** The same for whole questions: heading and answer. */
  question_text: 'id bigint, key bigint NOT NULL, stems text NOT NULL, neighbours integer[] NOT NULL',
  text_posting: 'stem text COLLATE "C", id bigint',
}

export type SearchTable = keyof typeof searchTables

export const searchTableNames = Object.keys(searchTables) as SearchTable[]

/** The tables of the library in a schema, without keys and indexes. */
export function toCreateTables(schema: string): string {
  const published = publishedNames.map((name) => {
    const { columns, optional = [] }: PublishedTable = publishedTables[name]
    const all = Object.entries(columns).map(
      ([column, type]) => `"${column}" ${types[type]}${optional.includes(column) ? '' : ' NOT NULL'}`,
    )
    return `CREATE TABLE ${schema}.${name} (${all.join(', ')});`
  })
  const search = searchTableNames.map((name) => `CREATE TABLE ${schema}.${name} (${searchTables[name]});`)
  return `
    CREATE SCHEMA ${schema};
    CREATE TABLE ${schema}.state (
      store text NOT NULL, source text NOT NULL, sequence bigint NOT NULL, changes_since bigint NOT NULL,
      published_at bigint NOT NULL, published_rows bigint NOT NULL
    );
    CREATE TABLE ${schema}.change (key text COLLATE "C", sequence bigint NOT NULL);
    ${[...published, ...search].join('\n')}
    -- Not compressed: checking a text for a phrase then takes half the time.
    ALTER TABLE ${schema}.question_text ALTER stems SET STORAGE EXTERNAL;
  `
}

/** Keys and indexes; creating them is faster once the rows are there. */
export function toCreateIndexes(schema: string): string {
  const keys = publishedNames.map((name) => {
    const { key }: PublishedTable = publishedTables[name]
    return `ALTER TABLE ${schema}.${name} ADD PRIMARY KEY (${key.map((column) => `"${column}"`).join(', ')});`
  })
  const question = (name: string, columns: string, where = '') =>
    `CREATE ${name === 'by_address' ? 'UNIQUE ' : ''}INDEX question_${name} ON ${schema}.question (${columns}) ${where};`
  const listed = 'WHERE no_index = 0'
  const canonical = 'WHERE no_index = 0 AND is_canonical = 1'
  return [
    ...keys,
    question('by_address', 'subject, slug'),
    question('newest_in_subject', 'subject, newest_key', listed),
    question('by_title_in_subject', 'subject, az_key', listed),
    question('newest', 'newest_key', canonical),
    question('by_author', 'author, newest_key', canonical),
    question('by_author_in_subject', 'author, subject, newest_key', canonical),
    question('in_sitemap', 'subject, place, slug', canonical),
    question('by_title', 'lower(title)', canonical),
    question('by_slug', 'slug'),
    `CREATE INDEX abbreviation_by_short ON ${schema}.abbreviation (short, uses DESC, long);`,
    `CREATE INDEX abbreviation_by_long ON ${schema}.abbreviation (long, uses DESC, short);`,
    question('by_short', 'short'),
    `CREATE INDEX topic_defined ON ${schema}.topic_question (topic, sort) WHERE how >= 8;`,
    `CREATE INDEX topic_by_slug ON ${schema}.topic (slug, subject);`,
    question('by_sense', 'sense, id', canonical),
    question('by_band', 'band, id', canonical),
    question('by_other_band', 'other_band, id', canonical),
    `ALTER TABLE ${schema}.change ADD PRIMARY KEY (key);`,
    `CREATE INDEX change_by_sequence ON ${schema}.change (sequence);`,
    `ALTER TABLE ${schema}.heading ADD PRIMARY KEY (key);`,
    `ALTER TABLE ${schema}.heading_posting ADD PRIMARY KEY (stem, key) INCLUDE (columns);`,
    `ALTER TABLE ${schema}.question_text ADD PRIMARY KEY (id);`,
    `ALTER TABLE ${schema}.text_posting ADD PRIMARY KEY (stem, id);`,
    // Otherwise searches would have to scan the pending list of later inserts.
    ...['heading', 'question_text'].map(
      (table) => `CREATE INDEX ON ${schema}.${table} USING gin (neighbours) WITH (fastupdate = off);`,
    ),
  ].join('\n')
}
