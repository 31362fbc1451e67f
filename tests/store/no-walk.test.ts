import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'libsql'
import { prepareAuthoring } from '@/lib/store/read/authoring'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { listSteps, type RecordedStatements, recordStatements } from './recorded-statements'

/** Steps that go through all of something: `scan` is the step, `sql` what the statement must say, with the reason. */
const bounded: [scan: RegExp, sql: RegExp, reason: string][] = [
  [/^SCAN \w+ VIRTUAL TABLE INDEX 0:=$/, /\browid (?:=|IN)/, 'rows of the full-text index by their ids'],
  [/^SCAN question_\w+ VIRTUAL TABLE INDEX 0:M\d$/, /\bMATCH (?:\?|value) LIMIT\b/, 'matches up to a LIMIT'],
  [/^SCAN (?:json_each|wanted) VIRTUAL TABLE/, /json_each\(\?\d?\)/, 'a list that was given'],
  [/^SCAN (?:CONSTANT ROW|24 CONSTANT ROWS|place)$/, /^/, 'the places in a word that have a piece'],
  [/^SCAN [qt]$/, /\bLIMIT (?:\?|100)(?: OFFSET \?)?\s*\) [qt]\b/, 'a subquery with a LIMIT: one page'],
  [/^SCAN \(subquery-\d\)$/, /\bLIMIT (?:\?|\d+)\s*\)/, 'a subquery with a LIMIT'],
  [/^SCAN \(subquery-\d\)$/, /FROM list_stretch WHERE list = \? AND key = \?/, 'one row for a thousand of a list'],
  [
    /^SCAN (?:q|question) USING INDEX question_newest$/,
    /ORDER BY (?:q\.)?newest_key LIMIT\b/,
    'from the newest to a LIMIT',
  ],
  [
    /^SCAN sitemap_file$/,
    /FROM sitemap_file WHERE addresses > 0/,
    'files of the sitemap, of thousands of addresses each',
  ],
  [/^SCAN folder$/, /WITH RECURSIVE folder/, 'one row for each folder'],
  [/^SCAN sqlite_master$/, /^/, 'the tables of the store'],
  [/^SCAN [tr]$/, /FROM (?:touched_\w+ t|reworded r)\b/, 'what this compile touched'],
  [/^SCAN (?:touched_\w+|shown_change|reworded|new_heading)$/, /^/, 'what this compile touched'],
  [
    /^SCAN (?:alias|gone)$/,
    /^SELECT address FROM alias UNION SELECT address FROM gone$/,
    'carried out in a new store alone',
  ],
]

/** What may be sorted beside a table, since it is little. */
const sorted: [sql: RegExp, reason: string][] = [
  [/\bLIMIT\b/, 'one page, or the best of few'],
  [/FROM json_each\(\?/, 'a list that was given'],
  [
    /FROM subject s\b|FROM subject_name WHERE slug = |FROM author_name WHERE slug = /,
    'subjects, and spellings of a name',
  ],
  [/FROM topic WHERE subject = \?/, 'topics of a subject'],
  [/FROM alias a JOIN question q .* WHERE a\.address = \?/s, 'files that name one old address'],
  [/WHERE q\.id IN \(SELECT question_id FROM link WHERE address = \?\)/, 'files that link to one address'],
  [/WHERE q\.same_key = \?/, 'copies of one question'],
  [/FROM (?:shown_change|reworded)\b/, 'what this compile touched'],
  [/^SELECT address FROM alias UNION/, 'carried out in a new store alone'],
]

function listWalks(store: Database.Database, sql: string): string[] {
  const text = sql.replace(/\s+/g, ' ')
  return listSteps(store, sql).filter((step) => {
    if (step.includes('SCAN')) return !bounded.some(([scan, part]) => scan.test(step) && part.test(text))
    if (step.includes('TEMP B-TREE')) return !sorted.some(([part]) => part.test(text))
    return /AUTOMATIC/.test(step)
  })
}

/** A store beside which the temporary tables of a compile are there too. */
function openToExplain(dbFile: string, { temporaryTables }: RecordedStatements) {
  const store = new Database(dbFile)
  for (const sql of temporaryTables) store.exec(sql)
  return store
}

const at = (slug: string) => `/learn/law/questions/${slug}`
const tagged = (title: string, fields = {}) => toQuestionFile(title, { seo: { page_keywords: 'tort' }, ...fields })
const library = new TemporaryLibrary({
  'law/a.md': tagged('A?'),
  'law/b.md': tagged('B?', toRelated(at('a'))),
  'art/b.md': tagged('B?'),
  'law/gone.md': tagged('Gone?', { aliases: ['/old'] }),
  './subjects/law.yml': 'title: Law\n',
})
await library.compile()

const recorded = await recordStatements(async () => {
  library.write('law/a.md', tagged('A, edited?', { canonical: at('b') }))
  library.write('law/c.md', tagged('C?', { aliases: ['/older'], ...toRelated(at('a')) }))
  library.write('./subjects/law.yml', 'title: Laws\n')
  library.write('./gone.yml', '/learn/law/questions/ether:\n')
  library.remove('law/gone.md')
  const { parsed, removed } = await library.compile()
  assert.deepEqual({ parsed, removed }, { parsed: 4, removed: 1 })
  prepareAuthoring(library.open().store)
})

test('no statement of a page, of an author’s command or of an edit’s compile walks a table', () => {
  const store = openToExplain(library.dbFile, recorded)
  const walks = [...recorded.statements].flatMap((sql) => listWalks(store, sql).map((step) => `${step}: ${sql}`))
  assert.deepEqual(walks, [])
  assert.ok(recorded.statements.size > 100, `${recorded.statements.size}`)
})

test('what is allowed to be walked or sorted is', () => {
  const store = openToExplain(library.dbFile, recorded)
  const steps = [...recorded.statements].flatMap((sql) =>
    listSteps(store, sql).map((step) => ({ step, text: sql.replace(/\s+/g, ' ') })),
  )
  for (const [scan, sql, reason] of bounded)
    assert.ok(
      steps.some(({ step, text }) => scan.test(step) && sql.test(text)),
      `${scan}: ${reason}`,
    )
  for (const [sql, reason] of sorted)
    assert.ok(
      steps.some(({ step, text }) => step.includes('TEMP B-TREE') && sql.test(text)),
      `${sql}: ${reason}`,
    )
})

for (const [sql, step] of [
  ['SELECT q.id FROM question q WHERE q.path = ?', 'SCAN q'],
  ['SELECT q.subject FROM reworded r JOIN question q ON q.slug = r.slug', 'SCAN q'],
  ['SELECT id FROM question ORDER BY title', 'SCAN question'],
  ['UPDATE question SET version = 1 WHERE path = ?', 'SCAN question'],
  ['SELECT slug FROM question WHERE subject = ? ORDER BY title', 'USE TEMP B-TREE FOR ORDER BY'],
] as const) {
  test(`a walk is noticed: ${sql}`, () => {
    const [walk = ''] = listWalks(openToExplain(library.dbFile, recorded), sql)
    assert.ok(walk.startsWith(step), walk)
  })
}
