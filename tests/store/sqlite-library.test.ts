import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { type ReadQuestion, readQuestion, toQuestionRecord } from '@/lib/compiler/source/read-question'
import { toMentionsJson } from '@/lib/core/topics'
import type { Library } from '@/lib/library/library'
import { recordReads } from '@/lib/library/reads'
import { prepareQueries } from '@/lib/store/read/queries'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { openStoreToRead } from '@/lib/store/schema/open'
import { StoreWriter } from '@/lib/store/write/writer'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { observeStore } from './observed-store'

const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`

/** Questions that show each other on their pages: as related, as the next step, in lists and topics. */
const slugs = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']
const files = Object.fromEntries(
  slugs.map((slug, index) => [
    `law/${slug}.md`,
    toQuestionFile(
      `Title 0 of tort ${slug}?`,
      {
        date: `2026-01-0${index + 1}`,
        seo: { page_keywords: 'Tort, Negligence' },
        ...toRelated(...slugs.slice(index + 1, index + 4).map((other) => at('law', other)), at('law', `dead-${slug}`)),
      },
      `What is said of ${slug}.`,
    ),
  ]),
)

function open(library: TemporaryLibrary, onStatement: (sql: string) => void): Library {
  const store = observeStore(openStoreToRead(library.dbFile), onStatement)
  const opened = { store, queries: prepareQueries(store) }
  return new SqliteLibrary(() => opened)
}

/** Every page that shows titles of several questions. */
const pages: Record<string, (library: Library) => Promise<unknown>> = {
  home: (library) => library.readHome(7, 20_000),
  question: (library) => library.readQuestion({ subject: 'law', slug: 'four' }),
  subject: (library) => library.readSubject('law', 'newest', 1),
  'subject from A to Z': (library) => library.readSubject('law', 'a-z', 1),
  topic: (library) => library.readTopic('law', 'tort', 1),
  author: (library) => library.readAuthor('quicktakes', 1),
  search: (library) => library.search({ text: 'tort', subject: undefined, page: 1, pageSize: 10 }),
  feed: (library) => library.readFeed('law'),
}

test('a page takes at most 15 statements', async () => {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  const statements: string[] = []
  const library = open(temporary, (sql) => statements.push(sql))
  const page = await library.readQuestion({ subject: 'law', slug: 'four' })
  assert.equal(page?.related.length, 3)
  assert.equal(page.alike.length, 3)
  assert.ok(page.next?.topic && page.topics.length === 2)
  assert.ok(statements.length <= 15, `${statements.length}:\n${statements.join('\n')}`)
})

test('no page mixes two states of the library, even if a compile commits after every statement', async () => {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  const { schema, hash } = await generateSchema()
  const ids = new Map(temporary.listRows<{ id: number; slug: string }>('question').map(({ id, slug }) => [slug, id]))
  const records = slugs.map((slug) => {
    const text = readFileSync(temporary.toPath(`law/${slug}.md`), 'utf8')
    return toQuestionRecord(readQuestion(text, `learn/law/${slug}.md`, schema).question as ReadQuestion)
  })
  let state = 0
  const publishNext = () => {
    state += 1
    const writer = new StoreWriter(temporary.dbFile, hash)
    for (const record of records) {
      const title = record.title.replace(/\d+/, String(state))
      const mentions = toMentionsJson({ ...record, title })
      writer.putQuestion({ ...record, title, mentions }, `learn/law/${record.slug}.md`, ids.get(record.slug) ?? null)
    }
    // It would wait for a reader in this very thread.
    writer.commit(0)
  }
  let watching = true
  const library = open(temporary, () => watching && publishNext())
  for (const [name, read] of Object.entries(pages)) {
    const before = state
    const text = JSON.stringify(await read(library))
    const states = new Set(Array.from(text.matchAll(/Title (\d+) of tort/g), ([, number]) => number))
    assert.equal(states.size, 1, `${name}: ${[...states].join(', ')}`)
    assert.ok(state >= before + 3, `${name}: compiles committed while it was read`)
  }
  watching = false
})

test('what a page shows is recorded while it is read, separately for each page', async () => {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  const library = temporary.openLibrary()
  const record = async (read: (library: Library) => Promise<unknown>) => (await recordReads(() => read(library))).reads
  const [question, topic, nothing] = await Promise.all([
    record((one) => one.readQuestion({ subject: 'law', slug: 'four' })),
    record((one) => one.readTopic('law', 'tort', 1)),
    record(async () => undefined),
  ])
  const { sequence } = await library.readState()
  assert.equal(question.sequence, sequence)
  const id = (await library.readQuestionAlone({ subject: 'law', slug: 'four' }))?.question.id
  assert.ok(question.keys.has(`question ${id}`))
  assert.equal([...question.keys].filter((key) => key.startsWith('summary ')).length, 6)
  assert.ok(question.keys.has('absent law/dead-four'))
  assert.ok(question.keys.has('list topic-page law/tort'))
  assert.deepEqual([...topic.keys].sort(), ['list subjects ', 'list topic law/tort', 'list topic-page law/tort'])
  assert.deepEqual(nothing, {
    keys: new Set(),
    stores: new Set(),
    sequence: Number.POSITIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
  })
  assert.deepEqual(
    [...(await record((one) => one.readQuestion({ subject: 'law', slug: 'none' }))).keys],
    ['absent law/none'],
  )
})

test('a search takes a bounded number of statements, even if every word is misspelt', async () => {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  let statements = 0
  const library = open(temporary, () => {
    statements += 1
  })
  const misspelt = ['negligance', 'negligense', 'negligencs', 'neglgence', 'nagligence', 'negligenxe', 'neligence']
  for (const [text, most] of [
    ['the', 20],
    ['tort negligence', 30],
    [misspelt.join(' '), 150],
  ] as const) {
    statements = 0
    await library.search({ text, subject: undefined, page: 1, pageSize: 10 })
    assert.ok(statements <= most, `${text}: ${statements}`)
  }
})
