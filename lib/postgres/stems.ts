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

/** A subject among the stems: no word looks like this. */
export const toSubjectStem = (token: string) => `:${token}`

const stopStems = new Set([...stopWords].map(toStem))

export const isStopStem = (stem: string) => stopStems.has(stem)

/**
 * What two stems that follow each other have in the postings; undefined unless both are of stop words. Nearly every
 * text has those, so a phrase of them is found by its pairs.
 */
export const toStopPair = (first: string, second: string | undefined) =>
  second !== undefined && isStopStem(first) && isStopStem(second) ? `${first} ${second}` : undefined

/** So many numbers stand for all pairs of stems: few enough that an index of them takes little room. */
const pairNumbers = 2 ** 20

/**
 * The numbers of the pairs of stems that follow each other in a text, without those of stop words; several pairs may have
 * one number. A text that has all numbers of a phrase mostly has the phrase.
 */
export const listNeighbours = (stems: readonly string[]) => [
  ...new Set(
    stems.flatMap((stem, index) => {
      const next = stems[index + 1]
      return next === undefined || toStopPair(stem, next) !== undefined ? [] : toPairNumber(`${stem} ${next}`)
    }),
  ),
]

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/, its bits folded. */
function toPairNumber(pair: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < pair.length; at += 1) hash = Math.imul(hash ^ pair.charCodeAt(at), 0x01000193)
  return ((hash >>> 20) ^ hash) & (pairNumbers - 1)
}

/** Numbers as PostgreSQL writes an array of them. */
export const toArray = (numbers: Iterable<number>) => `{${[...numbers].join(',')}}`

/** The stems of a text and its pairs of stop words, as often as they occur. */
const listPosted = (stems: readonly string[]) => [
  ...stems,
  ...stems.flatMap((stem, index) => toStopPair(stem, stems[index + 1]) ?? []),
]

/** Stems as they are stored, so that a phrase is a part of them: each between spaces, each text on a line. */
const toLines = (texts: readonly string[][]) => texts.map((stems) => ` ${stems.join(' ')} `).join('\n')

const toStems = (text: string) => splitWords(text).map(toStem)

/**
 * What a question adds to each table of the search index (tables.ts); undefined if it is a copy, or kept from search
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
  // Each when it is asked for: a whole load takes the rows of one table at a time.
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

/** What stored stems have in the postings. */
export const listStoredPostings = (lines: string) => [
  ...new Set(lines.split('\n').flatMap((line) => listPosted(line.split(' ').filter((stem) => stem !== '')))),
]
