import { offPath } from '@/lib/core/path-key'
import { listMentions, mention } from '@/lib/core/topics'
import type { Question, QuestionSummary, TopicOfQuestion } from '@/lib/core/types'
import { toStem, toWords } from '@/lib/core/words'
import type { Next } from '@/lib/library/pages'
import { isStopWord } from './stop-words'

/** How many significant words another question must share to be the next step; one in its title counts twice. */
const leastShared = { onPath: 2, ofSubject: 3, ofOthers: 5 }
const inTitle = 2

/** At most this many topics, the smallest, offer a next step. */
const maxSteps = 8

/** A candidate topic of a question, and the key after which its path continues: `offPath` if the question is not on it. */
export type PossibleTopic = [slug: string, after: string]

export function listPossibleTopics(question: Question): PossibleTopic[] {
  const place = question.pathKey ?? offPath
  return Array.from(listMentions(question), ([slug, { how }]) => [slug, how & mention.about ? place : offPath])
}

/** The next questions on the paths of a question's topics, each with its topic; only those of the smallest topics. */
export const listSteps = (topics: readonly TopicOfQuestion[]) =>
  topics.flatMap(({ nextId, ...topic }) => (nextId === null ? [] : [{ id: nextId, topic }])).slice(0, maxSteps)

/**
 * What the next step is chosen from: steps on paths with their summaries, without `rewordings` of the question; and `near`
 * questions, whose keys are read only if no step shares enough.
 */
type Choice = {
  steps: ReturnType<typeof listSteps>
  summaries: ReadonlyMap<number, QuestionSummary>
  rewordings: readonly QuestionSummary[]
  near: readonly QuestionSummary[]
  listPlaces: () => ReadonlyMap<number, string>
}

/** The question to read next. */
export function chooseNext(
  question: Question,
  { steps, summaries, rewordings, near, listPlaces }: Choice,
): Next | undefined {
  const same = new Set(rewordings.map(({ id }) => id))
  const offered = steps.filter(({ id }) => !same.has(id))
  const step = findStep(question, offered, summaries)
  const chosen = step?.enough ? step : (findNear(question, near, listPlaces()) ?? step)
  return chosen && { question: chosen.question, topic: chosen.topic }
}

/**
 * The first step, from the smallest topic on, that shares enough with what the question is about; else the one that
 * shares the most. `enough` says which of the two it is.
 */
function findStep(
  question: Question,
  steps: ReturnType<typeof listSteps>,
  summaries: ReadonlyMap<number, QuestionSummary>,
): (Next & { enough: boolean }) | undefined {
  const topicStems = listTopicStems(question)
  const offered = steps.flatMap(({ id, topic }) => {
    const row = summaries.get(id)
    const shared = row ? countShared(row, topicStems) : 0
    return row ? [{ question: row, topic, shared, enough: shared >= leastShared.onPath }] : []
  })
  const best = offered.find(({ enough }) => enough) ?? offered.sort((a, b) => b.shared - a.shared)[0]
  return best && { question: best.question, topic: best.topic, enough: best.enough }
}

/**
 * The related question that shares the most with what the question is about, if that is enough. It must come after the
 * question in the order of all paths, so that next steps never form a cycle.
 */
function findNear(
  question: Question,
  related: readonly QuestionSummary[],
  places: ReadonlyMap<number, string>,
): Next | undefined {
  const from = question.pathKey?.replace(offPath, '')
  if (from === undefined) return undefined
  const topicStems = listTopicStems(question)
  const [best] = related
    .filter(({ id }) => (places.get(id) ?? '') > from)
    .map((row) => ({ row, shared: countShared(row, topicStems) }))
    .filter(({ row, shared }) => shared >= leastShared[row.subject === question.subject ? 'ofSubject' : 'ofOthers'])
    .sort((a, b) => b.shared - a.shared)
  return best && { question: best.row, topic: undefined }
}

/** How many significant words a title and a description have; those in the title count twice. */
function countShared({ title, description }: QuestionSummary, topicStems: ReadonlySet<string>): number {
  const titleStems = new Set(toWords(title).map(toStem))
  const stems = new Set([...titleStems, ...toWords(description).map(toStem)])
  return [...stems]
    .filter((stem) => topicStems.has(stem))
    .reduce((sum, stem) => sum + (titleStems.has(stem) ? inTitle : 1), 0)
}

/** What a question is about: the words of its keywords, because titles are full of words that all titles have. */
function listTopicStems({ title, details }: Question): Set<string> {
  const text = details.keywords.length > 0 ? details.keywords.join(' ') : title
  return new Set(
    toWords(text)
      .filter((word) => word.length > 2 && !isStopWord(word))
      .map(toStem),
  )
}
