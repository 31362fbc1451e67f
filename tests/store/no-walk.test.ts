import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'libsql'
import { prepareAuthoring } from '@/lib/store/read/authoring'
import { startRowLog } from '@/lib/store/write/row-log'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { listSteps, recordStatements } from './recorded-statements'

/** Recounts a segment of a list: the rows between two places. */
const recount = /^INSERT INTO list_segment .* WHERE \w+ = \?3 .* >= \?1 AND \w+ < \?2\b/

/** Allowed scans: `scan` matches the step, `sql` what the statement must say, with the reason. */
const bounded: [scan: RegExp, sql: RegExp, reason: string][] = [
  [/^SCAN \w+ VIRTUAL TABLE INDEX 0:=(?:M\d)?$/, /\browid (?:=|IN)/, 'rows of the full-text index by their ids'],
  [/^SCAN question_\w+ VIRTUAL TABLE INDEX 0:M\d$/, /\bMATCH (?:\?|value ->> 1) LIMIT\b/, 'matches up to a LIMIT'],
  [/^SCAN (?:json_each|wanted) VIRTUAL TABLE/, /json_each\(\?\d?\)/, 'a list that was given'],
  [/^SCAN (?:CONSTANT ROW|24 CONSTANT ROWS|place)$/, /^/, 'the places in a word that have a piece'],
  [/^SCAN [qt]$/, /\bLIMIT (?:\?|\d+)(?: OFFSET \?)?\s*\) [qt]\b/, 'a subquery with a LIMIT: one page'],
  [/^SCAN (?:\w+_)?alike$/, /ORDER BY id LIMIT 21\) sense_alike\b/, 'questions worded alike, up to a LIMIT'],
  [/^SCAN \(subquery-\d+\)$/, /\bLIMIT (?:\?|\d+)\s*\)/, 'a subquery with a LIMIT'],
  [/^SCAN \(subquery-\d+\)$/, /FROM list_segment WHERE list = \? AND key = \?/, 'one row for a thousand of a list'],
  [
    /^SCAN (?:q|question) USING INDEX question_newest$/,
    /ORDER BY (?:q\.)?newest_key LIMIT\b/,
    'from the newest to a LIMIT',
  ],
  [
    /^SCAN sitemap_file$/,
    /FROM sitemap_file ORDER BY section, number$/,
    'files of the sitemap, of thousands of addresses each',
  ],
  [/^SCAN folder$/, /WITH RECURSIVE folder/, 'one row for each folder'],
  [/^SCAN subject$/, /^SELECT slug, title, badge FROM subject$/, 'subjects, where one came, went or was renamed'],
  [/^SCAN (?:chosen|w)$/, /^WITH chosen AS \(.* LIMIT 1 OFFSET .* LIMIT \d\)\) w\b/, 'a few questions of one subject'],
  [/^SCAN w$/, /\(SELECT id FROM question .* LIMIT 200\) UNION ALL .* LIMIT 200\)\) w\b/, 'candidates of a sheet'],
  [/^SCAN sqlite_master$/, /^/, 'the tables of the store'],
  [/^SCAN \(subquery-\d+\)$/, recount, 'a segment of a list that is counted again'],
  [/^SCAN change$/, /^SELECT count\(\*\) AS changes FROM change$/, 'the log of changes, which forgets the oldest'],
  [/^SCAN row_change$/, /^SELECT count\(\*\) AS rows FROM row_change$/, 'the log of rows, which forgets all of them'],
  [/^SCAN o$/, /\b(?:new_question|reworded|old_question o|FROM old_question UNION)\b/, 'what this compile changed'],
  [/^SCAN [mn]$/, /FROM (?:path_change m|topic_note n)\b/, 'what this compile changed'],
  [/^SCAN json_each VIRTUAL TABLE/, /FROM topic_note n, json_each\(n\.mentions\)/, 'topics of one question'],
  [/^SCAN t$/, /FROM touched_\w+ t\b/, 'what this compile changed'],
  [
    /^SCAN json_each VIRTUAL TABLE/,
    /FROM old_question .* json_each\(details, '\$\.related'\)/,
    'what this compile changed',
  ],
  [/^SCAN \(subquery-\d+\)$/, /FROM \( ?SELECT .* FROM (?:old_question|topic_change)/, 'what this compile changed'],
]

/** What may be sorted in a temporary B-tree, because it is little. */
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
  [/FROM (?:old_question|new_question|reworded|topic_change)\b/, 'what this compile changed'],
]

/** Steps of a statement that scan a table, or sort an unbounded number of rows. */
function listWalks(store: Database.Database, sql: string): string[] {
  const text = sql.replace(/\s+/g, ' ').trim()
  return listSteps(store, sql).filter((step) => {
    const [, scanned] = /^SCAN (\w+)$/.exec(step) ?? []
    if (scanned && isTemporary(store, scanned)) return false
    if (step.includes('SCAN')) return !bounded.some(([scan, part]) => scan.test(step) && part.test(text))
    if (step.includes('TEMP B-TREE')) return !sorted.some(([part]) => part.test(text))
    return step.includes('AUTOMATIC')
  })
}

/** Whether a table is one of those in which a compile records its changes. */
const isTemporary = (store: Database.Database, name: string) =>
  store.prepare('SELECT 1 FROM sqlite_temp_master WHERE name = ?').get(name) !== undefined

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
startRowLog(library.dbFile)

const edit = await recordStatements(async () => {
  library.write('law/a.md', tagged('A, edited?', { canonical: at('b') }))
  library.write('law/c.md', tagged('C?', { aliases: ['/older'], ...toRelated(at('a')) }))
  library.write('./subjects/law.yml', 'title: Laws\n')
  library.write('./gone.yml', '/learn/law/questions/ether:\n')
  library.remove('law/gone.md')
  const { parsed, removed } = await library.compile()
  assert.deepEqual({ parsed, removed }, { parsed: 4, removed: 1 })
})
const reading = await recordStatements(() => prepareAuthoring(library.open().store))
const statements = [...edit.carriedOut, ...reading.prepared]

const store = new Database(library.dbFile)
for (const sql of edit.temporary) store.exec(sql)

test('no statement of a page, an author’s command or the compile of an edit scans a table', () => {
  assert.deepEqual(
    statements.flatMap((sql) => listWalks(store, sql).map((step) => `${step}: ${sql}`)),
    [],
  )
  assert.ok(edit.carriedOut.size > 50 && reading.prepared.size > 50, `${edit.carriedOut.size} ${reading.prepared.size}`)
})

test('every allowed scan and sort occurs', () => {
  const steps = statements.flatMap((sql) => {
    const text = sql.replace(/\s+/g, ' ').trim()
    return listSteps(store, sql).map((step) => ({ step, text }))
  })
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
  ['SELECT q.subject FROM question q JOIN alias a ON a.question_id = q.id', 'SCAN'],
  ['SELECT id FROM question ORDER BY title', 'SCAN question'],
  ['UPDATE question SET title = 1 WHERE path = ?', 'SCAN question'],
  ['SELECT slug FROM question WHERE subject = ? ORDER BY title', 'USE TEMP B-TREE FOR ORDER BY'],
] as const) {
  test(`a scan is noticed: ${sql}`, () => {
    const [walk = ''] = listWalks(store, sql)
    assert.ok(walk.startsWith(step), walk)
  })
}
