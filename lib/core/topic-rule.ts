/** A topic has a page only if at least this many questions mention it, and this many are about it. */
export const fewestQuestions = 5
const fewestAbout = 3
const fewestLeading = 3

/** At most this many topics of a subject have pages, those with the most questions first. */
export const mostTopics = 120

/** How many questions of a subject mention a topic: in all, among their keywords, and among their first ones. */
export type TopicCount = {
  subject: string
  questions: number
  keyword: number
  leading: number
  /** Those that name it among their keywords and are about it. */
  keywordAbout: number
}

/** Of the questions with a keyword that names a topic, so many are about it: `philosophical implications` falls short. */
const leastAbout = 0.35

/** Of the questions that mention a topic, so many have it among their keywords: `understanding` falls short. */
const leastKeyword = 0.15

/** A word that spreads over more subjects than this, as evenly, is a word of every subject: `challenges`. */
const mostSpread = 8

/** Whether the words that `counts` counts in each subject name a topic of one of these. */
export function isTopic(subject: string, counts: readonly TopicCount[]): boolean {
  const count = counts.find((row) => row.subject === subject)
  if (!count || count.questions < fewestQuestions || count.leading < fewestLeading) return false
  const about = count.questions - count.keyword + count.keywordAbout
  return (
    about >= fewestAbout &&
    count.keywordAbout >= leastAbout * count.keyword &&
    count.keyword >= leastKeyword * count.questions &&
    toSpread(counts) <= mostSpread
  )
}

/** Over how many subjects the questions spread, were they spread evenly: the inverse of Simpson's index. */
function toSpread(counts: readonly TopicCount[]): number {
  const all = counts.reduce((sum, { questions }) => sum + questions, 0)
  return 1 / counts.reduce((sum, { questions }) => sum + (questions / all) ** 2, 0)
}
