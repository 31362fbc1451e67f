import { toHeadingKey, toQuestionId } from '@/lib/search/heading-key'
import {
  type Abbreviation,
  type FoundTopic,
  type HeadingRow,
  type Known,
  type LookupSteps,
  type Match,
  type NearIndex,
  type Overview,
  searchNear,
} from '@/lib/search/lookups'
import { parseQuery } from '@/lib/search/query'
import { readQuery } from '@/lib/search/read-query'
import { type Search, search } from '@/lib/search/search'
import type { SearchTerm } from '@/lib/search/terms'
import { getRow, listRows, type Store } from '../schema/open'
import { prepareLists } from './lists'
import { prepareState } from './state'
import { known, prepareWords } from './words'

/** The search of the library (lib/search) in the full-text index of a store. */
export function prepareSearch(store: Store) {
  const searchIndex = prepareIndex(store)
  return {
    searchIndex,
    search: (text: string, subject?: string) => searchNear(searchText(text, subject), searchIndex()),
  }
}

function* searchText(text: string, subject: string | undefined): LookupSteps<Search> {
  return yield* search(yield* readQuery(text, parseQuery(text), subject), subject)
}

/** Returns a function that returns the current index. What many searches look up is cached until the library changes. */
function prepareIndex(store: Store): () => NearIndex {
  const counter = (table: string) =>
    store.prepare(`SELECT count(*) AS questions FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ?)`)
  const sql = {
    abbreviations:
      store.prepare(`SELECT a.* FROM json_each(?1) wanted CROSS JOIN abbreviation a ON a.short = wanted.value
        AND a.long IN (SELECT long FROM abbreviation b WHERE b.short = wanted.value ORDER BY uses DESC, long LIMIT ?3)
      UNION SELECT a.* FROM json_each(?2) wanted CROSS JOIN abbreviation a ON a.long = wanted.value
        AND a.short IN (SELECT short FROM abbreviation b WHERE b.long = wanted.value ORDER BY uses DESC, short LIMIT ?3)
      ORDER BY short, uses DESC, long`),
    beginning: store.prepare(`SELECT * FROM (
        SELECT ${known} FROM word WHERE word > ? AND word < ? LIMIT ?
      ) ORDER BY questions DESC LIMIT ?`),
    near: store.prepare(`SELECT ${known} FROM word WHERE word IN (
        SELECT word FROM word_piece WHERE piece IN (SELECT value FROM json_each(?1)) UNION ALL SELECT value FROM json_each(?2))`),
    sameBeginning: store.prepare(`SELECT ${known} FROM word WHERE word >= ? AND word < ? LIMIT ?`),
    alike: store.prepare(`SELECT ${known} FROM word WHERE word IN (
        SELECT word FROM word_piece WHERE piece IN (SELECT value FROM json_each(?))) ORDER BY word LIMIT ?`),
    countHeadings: counter('question_heading'),
    countTexts: counter('question_text'),
    // All keys concatenated: one row per key would be ten times slower.
    headings: store.prepare(
      'SELECT group_concat(rowid) AS keys FROM (SELECT rowid FROM question_heading WHERE question_heading MATCH ? LIMIT ?)',
    ),
    texts: store.prepare(`SELECT group_concat(q.id || ' ' || q.title, char(10)) AS rows
      FROM (SELECT rowid AS id FROM question_text WHERE question_text MATCH ? LIMIT ?) t JOIN question q ON q.id = t.id`),
    topics: store.prepare(
      'SELECT subject, slug, name FROM topic WHERE slug >= ? AND slug < ? ORDER BY slug, subject LIMIT ?',
    ),
    begun: store.prepare(`SELECT id, title FROM question
      WHERE lower(title) >= ? AND lower(title) < ? AND no_index = 0 AND is_canonical = 1 ORDER BY lower(title), id LIMIT ?`),
    having: store.prepare(`SELECT group_concat(rowid) AS ids FROM question_text
      WHERE question_text MATCH ? AND rowid IN (SELECT value FROM json_each(?))`),
    // FTS5's table of the original columns (https://sqlite.org/fts5.html#the_content_table): reading them through the
    // index takes half as long again.
    headingRows: store.prepare(`SELECT group_concat(
        id || char(31) || c2 || char(31) || c3 || char(31) || c4, char(30)) AS rows
      FROM question_heading_content WHERE id IN (SELECT value FROM json_each(?))`),
  }
  const count = (statement: typeof sql.countTexts, ...parameters: unknown[]) =>
    getRow<{ questions: number }>(statement, ...parameters)?.questions ?? 0

  const { listSubjects, getSubject, countQuestions, listInSubject } = prepareLists(store)
  const { getSequence } = prepareState(store)
  const { forget, expect, getWord, listWords } = prepareWords(store)
  let sequence: number | undefined
  let overview: Pick<Overview, 'subjects' | 'total'> | undefined

  function listHeadings(keys: readonly number[]): HeadingRow[] {
    const rows = getRow<{ rows: string | null }>(sql.headingRows, JSON.stringify(keys))?.rows?.split('\x1e') ?? []
    return rows.map((row) => {
      const [key, subject = '', sense, compared = ''] = row.split('\x1f')
      return { key: Number(key), subject, sense: Number(sense), compared }
    })
  }

  const index: NearIndex = {
    expect,
    overview({ subject }) {
      overview ??= { subjects: listSubjects(), total: countQuestions() }
      return { ...overview, asked: subject === undefined ? undefined : getSubject(subject) }
    },
    word: ({ word }) => getWord(word),
    abbreviations: ({ shorts, longs, limit }) =>
      listRows<Abbreviation>(sql.abbreviations, JSON.stringify(shorts), JSON.stringify(longs), limit),
    beginning: ({ beginning, considered, limit }) =>
      listRows(sql.beginning, beginning, `${beginning}\u{10ffff}`, considered, limit),
    near({ word, most, pieces, beginning, limit }) {
      if ((getWord(word)?.questions ?? 0) > most) return []
      const near = listRows<Known>(sql.near, JSON.stringify([word, ...pieces]), JSON.stringify(pieces))
      if (near.length > 0 || beginning === undefined) return near
      return listRows(sql.sameBeginning, beginning, `${beginning}\u{10ffff}`, limit)
    },
    words: ({ words }) => listWords(words),
    split({ word, most, parts, limit, counted }) {
      if ((getWord(word)?.questions ?? 0) > most) return []
      const known = new Map(listWords(parts.flat()).map((row) => [row.word, row.questions]))
      const both = parts.filter((pair) => pair.every((part) => known.has(part)))
      return both
        .map((pair) => ({ word: pair.join(' '), uses: Math.min(...pair.map((part) => known.get(part) ?? 0)) }))
        .sort((a, b) => b.uses - a.uses || (a.word < b.word ? -1 : 1))
        .slice(0, limit)
        .map((phrase) => ({ word: phrase.word, questions: count(sql.countHeadings, `"${phrase.word}"`, counted) }))
        .filter(({ questions }) => questions > 0)
    },
    alike: ({ sounds, limit }) => listRows(sql.alike, JSON.stringify(sounds), limit),
    countHeadings: ({ match, limit }) => count(sql.countHeadings, toExpression(match), limit),
    countTexts: ({ match, limit }) => count(sql.countTexts, toExpression(match), limit),
    headings: ({ match, limit }) =>
      getRow<{ keys: string | null }>(sql.headings, toExpression(match), limit)?.keys?.split(',').map(Number) ?? [],
    texts({ match, limit }) {
      const rows = getRow<{ rows: string | null }>(sql.texts, toExpression(match), limit)?.rows?.split('\n') ?? []
      return rows.map((row) => toHeadingKey(Number.parseInt(row, 10), row.slice(row.indexOf(' ') + 1)))
    },
    having({ keys, terms }) {
      const ids = new Map(keys.map((key) => [toQuestionId(key), key]))
      const row = getRow<{ ids: string | null }>(sql.having, toAnyOf(terms), JSON.stringify([...ids.keys()]))
      return row?.ids?.split(',').flatMap((id) => ids.get(Number(id)) ?? []) ?? []
    },
    newest: ({ subject, page }) => listInSubject(subject, 'newest', page)?.questions.map(({ id }) => id) ?? [],
    topics: ({ beginning, limit }) => listRows<FoundTopic>(sql.topics, beginning, `${beginning}\u{10ffff}`, limit),
    begun({ beginning, limit }) {
      const begun = listRows<{ id: number; title: string }>(sql.begun, beginning, `${beginning}\u{10ffff}`, limit)
      const keys = begun.map(({ id, title }) => toHeadingKey(id, title))
      const headings = new Map(listHeadings(keys).map((heading) => [heading.key, heading]))
      return keys.flatMap((key) => headings.get(key) ?? [])
    },
    headingRows: ({ keys }) => listHeadings(keys),
  }
  return () => {
    const current = getSequence()
    if (current !== sequence) {
      forget()
      overview = undefined
    }
    sequence = current
    return index
  }
}

/** A match in the query syntax of FTS5, https://sqlite.org/fts5.html#full_text_query_syntax */
function toExpression({ terms, subject, inTitle, without = [] }: Match): string {
  const all = terms.map((term) => `(${toAnyOf([term])})`).join(' AND ')
  const filter = subject === undefined ? '' : ` AND subject : "${subject}"`
  const wanted = `${inTitle ? `title : (${all})` : all}${filter}`
  return without.length > 0 ? `(${wanted}) NOT (${toAnyOf(without)})` : wanted
}

const toAnyOf = (terms: readonly SearchTerm[]) =>
  terms.flatMap(({ spelled }) => spelled.map((form) => `"${form}"`)).join(' OR ')
