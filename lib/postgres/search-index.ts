import { toStem } from '@/lib/core/words'
import { toQuestionIdSql } from '@/lib/search/heading-key'
import type {
  Abbreviation,
  AnswerTo,
  FoundTopic,
  HeadingRow,
  Known,
  Lookup,
  LookupOf,
  LookupSteps,
  Match,
  Overview,
} from '@/lib/search/lookups'
import { prepareBatchedKeys } from './batched-keys'
import { prepareBatchedWords } from './batched-words'
import type { prepareLists } from './lists'
import { type ListedHeading, type Place, prepareMatches } from './matches'
import { narrowLookup, prepareTextCounts, type TextCounts } from './narrow-lookups'
import type { Ask } from './session'

const lastCharacter = '\u{10ffff}'

const known = 'word, questions, titled, repeated'

/** Answers what searches look up (lib/search/lookups.ts); each step of a search in one round trip. */
export function prepareSearchIndex(s: string, lists: ReturnType<typeof prepareLists>) {
  const { hasOneOf, toKeys } = prepareMatches(s)
  const sql = {
    abbreviations: {
      name: 'abbreviations',
      text: `SELECT a.* FROM unnest($1::text[]) w(short) CROSS JOIN LATERAL (
            SELECT * FROM ${s}.abbreviation b WHERE b.short = w.short ORDER BY uses DESC, long LIMIT $3) a
        UNION SELECT a.* FROM unnest($2::text[]) w(long) CROSS JOIN LATERAL (
            SELECT * FROM ${s}.abbreviation b WHERE b.long = w.long ORDER BY uses DESC, short LIMIT $3) a
        ORDER BY short, uses DESC, long`,
    },
    beginning: {
      name: 'beginning',
      text: `SELECT * FROM (
          SELECT ${known} FROM ${s}.word WHERE word > $1 AND word < $2 ORDER BY word LIMIT $3
        ) w ORDER BY questions DESC, word LIMIT $4`,
    },
    topics: {
      name: 'named-topics',
      text: `SELECT subject, slug, name FROM ${s}.topic WHERE slug >= $1 AND slug < $2 ORDER BY slug, subject LIMIT $3`,
    },
    begun: {
      name: 'begun',
      text: `SELECT h.key, h.subject, h.sense, h.compared FROM (
          SELECT id, lower(title) AS title FROM ${s}.question
          WHERE lower(title) >= $1 AND lower(title) < $2 AND no_index = 0 AND is_canonical = 1 ORDER BY lower(title), id LIMIT $3
        ) q JOIN ${s}.question_text t ON t.id = q.id JOIN ${s}.heading h ON h.key = t.key ORDER BY q.title, q.id`,
    },
    // A word that is in use is not a typo: nothing is looked up for it.
    near: {
      name: 'near',
      text: `WITH near AS MATERIALIZED (SELECT ${known} FROM ${s}.word WHERE word = ANY (
          SELECT word FROM ${s}.word_piece WHERE piece = $1 OR piece = ANY ($3::text[]) UNION ALL SELECT unnest($3::text[]))
        ), rare AS MATERIALIZED (SELECT coalesce((SELECT questions FROM ${s}.word WHERE word = $1), 0) <= $2 AS rare)
        SELECT * FROM near WHERE (SELECT rare FROM rare)
        UNION ALL (SELECT ${known} FROM ${s}.word WHERE word >= $4 AND word < $5
          AND (SELECT rare FROM rare) AND NOT EXISTS (SELECT 1 FROM near) ORDER BY word LIMIT $6)`,
    },
    words: { name: 'words', text: `SELECT ${known} FROM ${s}.word WHERE word = ANY ($1::text[]) ORDER BY word` },
    alike: {
      name: 'alike',
      text: `SELECT ${known} FROM ${s}.word WHERE word = ANY (
          SELECT word FROM ${s}.word_piece WHERE piece = ANY ($1::text[])) ORDER BY word LIMIT $2`,
    },
    // Splits into two known words, the most frequent first; of these, those that are a phrase of some heading.
    split: {
      name: 'split',
      text: `WITH known AS MATERIALIZED (
          SELECT h.first || ' ' || h.second AS word, ' ' || h.first_stem || ' ' || h.second_stem || ' ' AS phrase,
            CASE WHEN a.questions < b.questions THEN h.first_stem ELSE h.second_stem END AS rarer,
            least(a.questions, b.questions) AS uses
          FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) h(first, second, first_stem, second_stem)
            JOIN ${s}.word a ON a.word = h.first JOIN ${s}.word b ON b.word = h.second
          WHERE coalesce((SELECT questions FROM ${s}.word WHERE word = $1), 0) <= $2
          ORDER BY uses DESC, word LIMIT $7
        ), counted AS (
          SELECT word, uses, (SELECT count(*) FROM (
              SELECT 1 FROM ${s}.heading_posting p JOIN ${s}.heading t ON t.key = p.key
              WHERE p.stem = rarer AND strpos(t.stems, phrase) > 0 LIMIT $8) f) AS questions FROM known
        )
        SELECT word, questions FROM counted WHERE questions > 0 ORDER BY uses DESC, word`,
    },
  }

  async function count(ask: Ask, place: Place, match: Match, limit: number): Promise<number> {
    const values: string[] = []
    const keys = toKeys(place, match, limit, (value) => `$${values.push(value)}`)
    const [row] = await ask<{ questions: number }>({ text: `SELECT count(*) AS questions FROM (${keys}) k` }, ...values)
    return row?.questions ?? 0
  }

  /** Lists the first questions that match in a place, and keeps their headings, so that these need no later query. */
  async function list(ask: Ask, place: Place, match: Match, limit: number, headings: Headings): Promise<number[]> {
    const values: string[] = []
    const bind = (value: string) => `$${values.push(value)}`
    const keys = toKeys(place, match, limit, bind)
    const { without = [] } = match
    // A heading does not say what its answer has.
    const isExcluded =
      place === 'headings' && without.length > 0
        ? `(SELECT ${hasOneOf('texts', bind, without)} FROM (SELECT ${toQuestionIdSql('k.key')} AS id) p)`
        : 'false'
    // LATERAL with LIMIT makes these single look-ups: the planner cannot know how few keys there are.
    const joined =
      place === 'headings'
        ? `CROSS JOIN LATERAL (SELECT * FROM ${s}.heading WHERE key = k.key LIMIT 1) h ORDER BY k.key`
        : `CROSS JOIN LATERAL (SELECT key FROM ${s}.question_text WHERE id = k.id LIMIT 1) t
           CROSS JOIN LATERAL (SELECT * FROM ${s}.heading WHERE key = t.key LIMIT 1) h ORDER BY k.id`
    const columns = `h.key, h.subject, h.sense, h.compared, ${isExcluded} AS "isExcluded"`
    const rows = await ask<ListedHeading>({ text: `SELECT ${columns} FROM (${keys}) k ${joined}` }, ...values)
    for (const row of rows) headings.set(row.key, row)
    return rows.map(({ key }) => key)
  }

  async function readOverview(ask: Ask, subject: string | undefined): Promise<Overview> {
    const { listSubjects, getSubject, count: countList } = lists(ask)
    const [subjects, asked, total] = await Promise.all([
      listSubjects(),
      subject === undefined ? undefined : getSubject(subject),
      countList('all', ''),
    ])
    return { subjects, asked, total }
  }

  const answersOf = (ask: Ask, headings: Headings): Answers => ({
    overview: ({ subject }) => readOverview(ask, subject),
    abbreviations: ({ shorts, longs, limit }) => ask<Abbreviation>(sql.abbreviations, shorts, longs, limit),
    beginning: ({ beginning, considered, limit }) =>
      ask<Known>(sql.beginning, beginning, beginning + lastCharacter, considered, limit),
    near: ({ word, most, pieces, beginning, limit }) =>
      ask<Known>(
        sql.near,
        word,
        most,
        pieces,
        beginning ?? '',
        `${beginning ?? ''}${beginning ? lastCharacter : ''}`,
        limit,
      ),
    words: ({ words }) => ask<Known>(sql.words, words),
    split: ({ word, most, parts, limit, counted }) => {
      const [first, second] = [parts.map(([part]) => part), parts.map(([, part]) => part)]
      return ask<Known>(sql.split, word, most, first, second, first.map(toStem), second.map(toStem), limit, counted)
    },
    alike: ({ sounds, limit }) => ask<Known>(sql.alike, sounds, limit),
    countHeadings: ({ match, limit }) => count(ask, 'headings', match, limit),
    countTexts: ({ match, limit }) => count(ask, 'texts', match, limit),
    headings: ({ match, limit }) => list(ask, 'headings', match, limit, headings),
    texts: ({ match, limit }) => list(ask, 'texts', match, limit, headings),
    topics: ({ beginning, limit }) => ask<FoundTopic>(sql.topics, beginning, beginning + lastCharacter, limit),
    begun: ({ beginning, limit }) => ask<HeadingRow>(sql.begun, beginning, beginning + lastCharacter, limit),
    // `list` has already determined this, from what the search excludes.
    having: async ({ keys }) => keys.filter((key) => headings.get(key)?.isExcluded),
    newest: async ({ subject, page }) =>
      (await lists(ask).listInSubject(subject, 'newest', page))?.questions.map(({ id }) => id) ?? [],
    headingRows: async ({ keys }) => keys.flatMap((key) => headings.get(key) ?? []),
  })

  const askBatched = prepareBatchedWords(s, sql.words)
  const listBatched = prepareBatchedKeys(s)
  const countTexts = prepareTextCounts(s)

  /** Runs a search; all look-ups of a step are sent together. */
  return async <Result>(ask: Ask, search: LookupSteps<Result>): Promise<Result> => {
    const headings: Headings = new Map()
    const answers = answersOf(ask, headings)
    const answer = (asked: readonly Lookup[]) => {
      const together = new Map([...askBatched(ask, asked), ...listBatched(ask, asked, headings)])
      return Promise.all(asked.map((one) => together.get(one) ?? (answers[one.kind as keyof Answers] as Answer)(one)))
    }
    let step = search.next()
    let counts: TextCounts | undefined
    while (!step.done) {
      const asked = step.value
      const known = counts
      const [found, counted] = await Promise.all([
        answer(known ? asked.map((one) => narrowLookup(one, known)) : asked),
        known ?? countTexts(ask, asked),
      ])
      counts = counted
      step = search.next(found.map((answer) => () => answer))
    }
    return step.value
  }
}

type Headings = Map<number, ListedHeading>
type Answers = { [Kind in Exclude<Lookup['kind'], 'word'>]: (asked: LookupOf<Kind>) => Promise<AnswerTo<Kind>> }
type Answer = (asked: Lookup) => Promise<unknown>
