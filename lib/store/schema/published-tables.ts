type ColumnType = 'integer' | 'real' | 'text'

/** A table that is published to another engine: its primary key, its columns, and which of these may be NULL. */
export type PublishedTable = {
  key: readonly string[]
  columns: Record<string, ColumnType>
  optional?: readonly string[]
}

/** Everything that pages read, except the search index, which another engine builds for itself. */
export const publishedTables = {
  question: {
    key: ['id'],
    columns: {
      id: 'integer',
      subject: 'text',
      slug: 'text',
      path: 'text',
      short: 'integer',
      title: 'text',
      title_html: 'text',
      title_key: 'text',
      description: 'text',
      date: 'text',
      modified: 'text',
      place: 'integer',
      author: 'text',
      author_name: 'text',
      no_index: 'integer',
      canonical_id: 'integer',
      is_canonical: 'integer',
      sense: 'integer',
      band: 'integer',
      other_band: 'integer',
      ways: 'integer',
      answer: 'text',
      answer_breaks: 'text',
      details: 'text',
      newest_key: 'text',
      az_key: 'text',
    },
    optional: ['title_html', 'band', 'other_band'],
  },
  alias: { key: ['address', 'question_id'], columns: { address: 'text', question_id: 'integer' } },
  removed_address: { key: ['address'], columns: { address: 'text' } },
  sitemap_file: {
    key: ['section', 'number'],
    columns: { section: 'text', number: 'integer', addresses: 'integer', modified: 'text', version: 'integer' },
  },
  sitemap_author: {
    key: ['place', 'slug'],
    columns: { place: 'integer', slug: 'text', addresses: 'integer', modified: 'text' },
  },
  topic_question: {
    key: ['topic', 'sort', 'question_id'],
    columns: { topic: 'text', sort: 'text', question_id: 'integer', how: 'integer' },
  },
  path: { key: ['question_id'], columns: { question_id: 'integer', sort: 'text' } },
  topic: {
    key: ['subject', 'slug'],
    columns: { subject: 'text', slug: 'text', name: 'text', place: 'integer', size: 'integer' },
  },
  list: { key: ['list', 'key'], columns: { list: 'text', key: 'text', questions: 'integer' } },
  list_segment: {
    key: ['list', 'key', 'first'],
    columns: { list: 'text', key: 'text', first: 'text', questions: 'integer' },
  },
  subject: {
    key: ['slug'],
    columns: { slug: 'text', title: 'text', description: 'text', sort_order: 'real', badge: 'text' },
    optional: ['description', 'sort_order'],
  },
  author_name: { key: ['slug', 'name'], columns: { slug: 'text', name: 'text', uses: 'integer' } },
  abbreviation: { key: ['short', 'long'], columns: { short: 'text', long: 'text', uses: 'integer' } },
  word: {
    key: ['word'],
    columns: { word: 'text', questions: 'integer', titled: 'integer', repeated: 'integer' },
  },
  word_piece: { key: ['piece', 'word'], columns: { piece: 'text', word: 'text' } },
} as const satisfies Record<string, PublishedTable>

export type PublishedName = keyof typeof publishedTables

export const publishedNames = Object.keys(publishedTables) as PublishedName[]
