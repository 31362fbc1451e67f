import { offPath } from '@/lib/core/path-key'
import { listMentions, mention } from '@/lib/core/topics'
import type { Question, QuestionSummary, TopicOfQuestion } from '@/lib/core/types'
import { toStem, toWords } from '@/lib/core/words'
import type { Next } from '@/lib/library/pages'
import { isStopWord } from './stop-words'

/** How much another question must say of what a question is about, to be the next step. */
const leastShared = { onPath: 2, ofSubject: 3, ofOthers: 5 }
const inTitle = 2

/** So many topics, the smallest, offer a next step. */
const mostSteps = 8

/** A topic that a question may be of, and the place on its path from which to go on: none that it is not on. */
export type PossibleTopic = [slug: string, after: string]

export function listPossibleTopics(question: Question): PossibleTopic[] {
  const place = question.pathKey ?? offPath
  return Array.from(listMentions(question), ([slug, { how }]) => [slug, how & mention.about ? place : offPath])
}

/** Where the paths of a question's topics go on, and in which topic that is; those of the smallest topics. */
export const listSteps = (topics: readonly TopicOfQuestion[]) =>
  topics.flatMap(({ nextId, ...topic }) => (nextId === null ? [] : [{ id: nextId, topic }])).slice(0, mostSteps)

/**
 * What the next step is chosen from: steps on paths with their summaries, none of which asks the same, and questions that
 * are near, whose places are read where no step says enough.
 */
type Choice = {
  steps: ReturnType<typeof listSteps>
  summaries: ReadonlyMap<number, QuestionSummary>
  rewordings: readonly QuestionSummary[]
  near: readonly QuestionSummary[]
  listPlaces: () => ReadonlyMap<number, string>
}

/** The question to go on with after another one. */
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
 * The next step on the path of the smallest topic where it says something of what the question is about; else the one
 * that says the most. `enough` tells whether it says enough that nothing else need be looked for.
 */
function findStep(
  question: Question,
  steps: ReturnType<typeof listSteps>,
  summaries: ReadonlyMap<number, QuestionSummary>,
): (Next & { enough: boolean }) | undefined {
  const telling = listTopicStems(question)
  const offered = steps.flatMap(({ id, topic }) => {
    const row = summaries.get(id)
    const shared = row ? countShared(row, telling) : 0
    return row ? [{ question: row, topic, shared, enough: shared >= leastShared.onPath }] : []
  })
  const best = offered.find(({ enough }) => enough) ?? offered.sort((a, b) => b.shared - a.shared)[0]
  return best && { question: best.question, topic: best.topic, enough: best.enough }
}

/**
 * Of related questions, the one that says the most of what a question is about, if it is enough. It must come after the
 * question in the one order of all paths, so that nobody is led in a circle.
 */
function findNear(
  question: Question,
  related: readonly QuestionSummary[],
  places: ReadonlyMap<number, string>,
): Next | undefined {
  const from = question.pathKey?.replace(offPath, '')
  if (from === undefined) return undefined
  const telling = listTopicStems(question)
  const [best] = related
    .filter(({ id }) => (places.get(id) ?? '') > from)
    .map((row) => ({ row, shared: countShared(row, telling) }))
    .filter(({ row, shared }) => shared >= leastShared[row.subject === question.subject ? 'ofSubject' : 'ofOthers'])
    .sort((a, b) => b.shared - a.shared)
  return best && { question: best.row, topic: undefined }
}

/** Words that a title and a description share with the telling ones: those of the title count twice. */
function countShared({ title, description }: QuestionSummary, telling: ReadonlySet<string>): number {
  const titleStems = new Set(toWords(title).map(toStem))
  const stems = new Set([...titleStems, ...toWords(description).map(toStem)])
  return [...stems]
    .filter((stem) => telling.has(stem))
    .reduce((sum, stem) => sum + (titleStems.has(stem) ? inTitle : 1), 0)
}

/** What a question is about: the words of its keywords, since titles are full of words that any other one has too. */
function listTopicStems({ title, details }: Question): Set<string> {
  const text = details.keywords.length > 0 ? details.keywords.join(' ') : title
  return new Set(
    toWords(text)
      .filter((word) => word.length > 2 && !isStopWord(word))
      .map(toStem),
  )
}
