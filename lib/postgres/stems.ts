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

/** What a question adds to each table of the search index. */
export type SearchRows = {
  heading: [key: number, keywords: string, subject: string, sense: number, compared: string, stems: string]
  heading_posting: [stem: string, key: number, columns: number][]
  question_text: [id: number, key: number, stems: string]
  text_posting: [stem: string, id: number][]
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

/** The stems of a text and its pairs of stop words, as often as they occur. */
const listPosted = (stems: readonly string[]) => [
  ...stems,
  ...stems.flatMap((stem, index) => toStopPair(stem, stems[index + 1]) ?? []),
]

/** Stems as they are stored, so that a phrase is a part of them: each between spaces, each text on a line. */
const toLines = (texts: readonly string[][]) => texts.map((stems) => ` ${stems.join(' ')} `).join('\n')

const toStems = (text: string) => splitWords(text).map(toStem)

/** The rows of the search index for a question; undefined if it is a copy, or kept from search engines. */
export function toSearchRows(question: IndexableQuestion): SearchRows | undefined {
  const { id, subject, title, sense, is_canonical, no_index, answer, answer_breaks: breaks } = question
  if (!is_canonical || no_index) return undefined
  const heading = toIndexedHeading(id, { title, subject, sense, details: JSON.parse(question.details) })
  const above = [heading.title, heading.keywords, heading.subject].map(toStems)
  const below = toStems(toSearchText({ text: answer, breaks }))
  const token = toSubjectStem(toSubjectToken(subject))
  const { key } = heading
  const columns = new Map<string, number>([[token, 4]])
  for (const [place, stems] of above.entries()) {
    for (const stem of listPosted(stems)) columns.set(stem, (columns.get(stem) ?? 0) | (1 << place))
  }
  const stems = new Set([token, ...[...above, below].flatMap(listPosted)])
  return {
    heading: [key, heading.keywords, heading.subject, sense, heading.compared, toLines([...above, [token]])],
    heading_posting: Array.from(columns, ([stem, places]) => [stem, key, places]),
    question_text: [id, key, toLines([...above, below, [token]])],
    text_posting: Array.from(stems, (stem) => [stem, id]),
  }
}

/** What stored stems have in the postings. */
export const listStoredPostings = (lines: string) => [
  ...new Set(lines.split('\n').flatMap((line) => listPosted(line.split(' ').filter((stem) => stem !== '')))),
]
