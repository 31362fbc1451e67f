import type { Problem } from '@/lib/content/finding'
import { parseQuestionPath, toQuestionPath } from '@/lib/routes'
import type { KnownQuestion, Library } from '../library'

const form = 'Write it as /learn/<subject>/questions/<name>.'

/** What “canonical” and “aliases” say, held against the questions that are there. */
export function* checkAddresses(question: KnownQuestion, library: Library): Generator<Problem> {
  yield* checkCanonical(question, library)
  yield* checkAliases(question, library)
}

function* checkCanonical({ path, facts }: KnownQuestion, library: Library): Generator<Problem> {
  const { canonical } = facts
  if (!canonical) return
  const { text, line, column } = canonical
  const report = (message: string): Problem => ({ line, column, rule: 'canonical', message })
  const target = library.getByAddress(text)
  if (!parseQuestionPath(text)) yield report(`“canonical” is ${text}, which is no address of a question. ${form}`)
  else if (!target) yield report(`“canonical” names ${text}, where no question is. Correct it, or remove the field.`)
  else if (target.path !== path) {
    const further = target.facts.canonical?.text
    const isFurther = further && further !== text && library.getByAddress(further)
    if (target.facts.noIndex)
      yield report(`“canonical” names ${text}, which “no_index” hides from search engines. Name one that they may see.`)
    else if (isFurther) yield report(`“canonical” names ${text}, which itself names ${further}. Name that one.`)
  }
}

function* checkAliases({ path, facts }: KnownQuestion, library: Library): Generator<Problem> {
  const seen = new Set<string>()
  for (const { text, line, column } of facts.aliases) {
    const report = (message: string): Problem => ({ line, column, rule: 'alias-unique', message })
    const present = library.getByAddress(text)
    const other = library.listByAlias(text).find((question) => question.path !== path)
    if (!parseQuestionPath(text)) yield report(`${text} is no address of a question. ${form}`)
    else if (present?.path === path)
      yield report(`${text} is the present address of this question. Remove it from “aliases”.`)
    else if (present)
      yield report(`${text} is the address of ${present.path}, so it cannot lead here too. Remove it from “aliases”.`)
    else if (other) yield report(`${other.path} has the old address ${text} too. Keep it in one of the two.`)
    else if (seen.has(text)) yield report(`${text} stands twice in “aliases”. Remove one.`)
    seen.add(text)
  }
}

export const toAddress = ({ facts }: KnownQuestion) => toQuestionPath(facts.key.subject, facts.key.slug)
