/** A topic has a page only if at least this many questions mention it, and this many are about it. */
export const minQuestions = 5
const minAbout = 3
const minLeading = 3

/** At most this many topics of a subject have pages, those with the most questions first. */
export const maxTopics = 120

/** How many questions of a subject mention a topic: in all, among their keywords, and among their first ones. */
export type TopicCount = {
  subject: string
  questions: number
  keyword: number
  leading: number
  /** Those that name it among their keywords and are about it. */
  keywordAbout: number
}

/** The least share of questions with a topic as a keyword that are about it: `philosophical implications` falls short. */
const leastAbout = 0.35

/** The least share of questions mentioning a topic that have it as a keyword: `understanding` falls short. */
const leastKeyword = 0.15

/** A word spread over more subjects than this (see `toSpread`) is too general to be a topic: `challenges`. */
const maxSpread = 8

/** Whether some words name a topic of a subject; `counts` has their counts in every subject. */
export function isTopic(subject: string, counts: readonly TopicCount[]): boolean {
  const count = counts.find((row) => row.subject === subject)
  if (!count || count.questions < minQuestions || count.leading < minLeading) return false
  const about = count.questions - count.keyword + count.keywordAbout
  return (
    about >= minAbout &&
    count.keywordAbout >= leastAbout * count.keyword &&
    count.keyword >= leastKeyword * count.questions &&
    toSpread(counts) <= maxSpread
  )
}

/** The effective number of subjects that the questions are spread over: the inverse of Simpson's index. */
function toSpread(counts: readonly TopicCount[]): number {
  const all = counts.reduce((sum, { questions }) => sum + questions, 0)
  return 1 / counts.reduce((sum, { questions }) => sum + (questions / all) ** 2, 0)
}
