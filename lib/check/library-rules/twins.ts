import { toTwinProblem } from '@/lib/core/duplicate-address'
import type { Problem } from '@/lib/core/finding'
import { toQuestionPath } from '@/lib/core/routes'
import type { Facts, Place } from '../facts'
import type { KnownQuestion, Library } from '../library'
import { toLikeness } from '../signature'

/** From here on two texts are the same answer with some words changed. Unrelated answers reach 0.02. */
const alike = 0.8

/** Other questions that have what only one may have: the address, the number, the title, the text. */
export function* checkTwins(question: KnownQuestion, library: Library): Generator<Problem> {
  const { facts, path } = question
  const first = library.listByKey(facts.key, question)[0]
  if (first && first.path < path) yield toTwinProblem(facts.key, first.path)
  yield* checkText(question, library)
  const titled = library
    .listByTitle(question)
    .filter((other) => !isSameText(question, other) && !isSettled(facts, other.facts))
  if (titled[0]) {
    const message = `${toPlaces(titled)} the same title. Say in the title what this question asks beyond that, or make one of the two.`
    yield { ...toLine(facts.titlePlace), rule: 'title-unique', message }
  }
  const numbered = library.listByNumber(question).filter((other) => !isSameQuestion(question, other))
  if (numbered[0]) {
    const message = `${toPlaces(numbered)} the id ${facts.number} too, and another question. Take the next free one, or leave “id” out.`
    yield { ...toLine(facts.numberPlace), rule: 'id-unique', message }
  }
}

function* checkText(asked: KnownQuestion, library: Library): Generator<Problem> {
  const { facts } = asked
  const found = library.listAlike(asked, alike).filter(({ question }) => !isSettled(facts, question.facts))
  const most = found[0]
  if (!most) return
  const { subject, slug } = most.question.facts.key
  const what =
    most.likeness === 1 ? 'the same text' : `nearly the same text (about ${Math.round(most.likeness * 100)} % alike)`
  const remedy = `If one of them counts, name it in the other: “canonical: ${toQuestionPath(subject, slug)}”. Otherwise make them differ.`
  const message = `${toPlaces(found.map(({ question }) => question))} ${what}. ${remedy}`
  yield { ...toLine(facts.titlePlace), rule: 'near-duplicate', message }
}

/** Whether two files hold one question: the same name or text under two subjects. */
function isSameQuestion(a: KnownQuestion, b: KnownQuestion): boolean {
  return a.facts.key.slug === b.facts.key.slug || isSameText(a, b)
}

function isSameText(a: KnownQuestion, b: KnownQuestion): boolean {
  return a.signature !== undefined && b.signature !== undefined && toLikeness(a.signature, b.signature) >= alike
}

/** Whether a `canonical` field says which of two files counts. */
function isSettled(a: Facts, b: Facts): boolean {
  const addresses = [a, b].map(({ key }) => toQuestionPath(key.subject, key.slug))
  const named = [a, b].map(({ canonical }) => canonical?.text)
  return named.some((name) => name && addresses.includes(name)) || (named[0] !== undefined && named[0] === named[1])
}

/** “learn/law/tort.md:5:8 has”, and how many others. */
function toPlaces(questions: readonly KnownQuestion[]): string {
  const [first, ...others] = questions
  const { line, column } = first?.facts.titlePlace ?? { line: 1, column: 1 }
  const place = `${first?.path}:${line}:${column}`
  if (others.length === 0) return `${place} has`
  return `${place} and ${others.length === 1 ? 'one other' : `${others.length} others`} have`
}

const toLine = ({ line, column }: Place) => ({ line, column })
