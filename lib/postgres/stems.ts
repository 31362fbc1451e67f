import { toSearchText } from '@/lib/answer/search-text'
import type { AnswerSource } from '@/lib/core/answer-source'
import { splitWords, toStem } from '@/lib/core/words'
import { toIndexedHeading } from '@/lib/search/indexed-question'
import { stopWords } from '@/lib/search/stop-words'
import { toSubjectToken } from '@/lib/search/subject-token'

export type IndexableQuestion = {
  id: number
  subject: string
  title: string
  sense: number
  is_canonical: number
  no_index: number
  details: string
  answer: string
  answer_breaks: AnswerSource['breaks']
}

/** A subject as a stem, which no word can collide with. */
export const toSubjectStem = (token: string) => `:${token}`

const stopStems = new Set([...stopWords].map(toStem))

export const isStopStem = (stem: string) => stopStems.has(stem)

/**
 * The posting of two adjacent stems; undefined unless both are of stop words. Nearly every text has those, so phrases of
 * stop words are found by their pairs.
 */
export const toStopPair = (first: string, second: string | undefined) =>
  second !== undefined && isStopStem(first) && isStopStem(second) ? `${first} ${second}` : undefined

/** Pairs of stems are hashed to this many numbers: few enough that an index of them is small. */
const pairNumbers = 2 ** 20

/**
 * The numbers of the pairs of adjacent stems in a text, without pairs of stop words. Several pairs may have the same
 * number. A text that has all numbers of a phrase usually has the phrase.
 */
export const listNeighbours = (stems: readonly string[]) => [
  ...new Set(
    stems.flatMap((stem, index) => {
      const next = stems[index + 1]
      return next === undefined || toStopPair(stem, next) !== undefined ? [] : toPairNumber(`${stem} ${next}`)
    }),
  ),
]

/** FNV-1a, XOR-folded to 20 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function toPairNumber(pair: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < pair.length; at += 1) hash = Math.imul(hash ^ pair.charCodeAt(at), 0x01000193)
  return ((hash >>> 20) ^ hash) & (pairNumbers - 1)
}

/** Numbers as PostgreSQL writes an array of them. */
export const toArray = (numbers: Iterable<number>) => `{${[...numbers].join(',')}}`

/** The stems of a text and its pairs of stop words, with repetitions. */
const listPosted = (stems: readonly string[]) => [
  ...stems,
  ...stems.flatMap((stem, index) => toStopPair(stem, stems[index + 1]) ?? []),
]

/** Stems as they are stored, so that a phrase is a substring: spaces around each stem, each text on a line. */
const toLines = (texts: readonly string[][]) => texts.map((stems) => ` ${stems.join(' ')} `).join('\n')

const toStems = (text: string) => splitWords(text).map(toStem)

/**
 * What a question adds to each table of the search index (tables.ts); undefined if it is a copy, or hidden from search
 * engines.
 */
export function toSearchRows(question: IndexableQuestion) {
  const { id, subject, title, sense, is_canonical, no_index, answer, answer_breaks: breaks } = question
  if (!is_canonical || no_index) return undefined
  const heading = toIndexedHeading(id, { title, subject, sense, details: JSON.parse(question.details) })
  const above = [heading.title, heading.keywords, heading.subject].map(toStems)
  const toBelow = () => toStems(toSearchText({ text: answer, breaks }))
  const token = toSubjectStem(toSubjectToken(subject))
  const { key } = heading
  // Getters, so that each is computed on demand: a full load reads the rows of one table at a time.
  return {
    get heading() {
      const neighbours = new Set(above.flatMap(listNeighbours))
      const stems = toLines([...above, [token]])
      return [key, heading.keywords, heading.subject, sense, heading.compared, stems, toArray(neighbours)] as const
    },
    get heading_posting() {
      const columns = new Map<string, number>([[token, 4]])
      for (const [place, stems] of above.entries()) {
        for (const stem of listPosted(stems)) columns.set(stem, (columns.get(stem) ?? 0) | (1 << place))
      }
      return Array.from(columns, ([stem, places]) => [stem, key, places] as const)
    },
    get question_text() {
      const texts = [...above, toBelow()]
      return [id, key, toLines([...texts, [token]]), toArray(new Set(texts.flatMap(listNeighbours)))] as const
    },
    get text_posting() {
      const stems = new Set([token, ...[...above, toBelow()].flatMap(listPosted)])
      return Array.from(stems, (stem) => [stem, id] as const)
    },
  }
}

/** The postings of stored stems. */
export const listStoredPostings = (lines: string) => [
  ...new Set(lines.split('\n').flatMap((line) => listPosted(line.split(' ').filter((stem) => stem !== '')))),
]
