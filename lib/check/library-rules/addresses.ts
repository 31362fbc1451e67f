import type { Problem } from '@/lib/core/finding'
import { toDoubleAlias, toPresentGone, toTakenAlias } from '@/lib/core/old-address-problems'
import { parseQuestionPath, toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import type { PlacedAddress } from '@/lib/core/types'
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
  else if (!target && library.isUnreadable(text)) return
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
  for (const alias of facts.aliases) {
    const page = findPage(alias.address, library)
    const other = library.listByAlias(alias.address).find((question) => question.path !== path)
    if (page) yield toTakenAlias(alias, page)
    else if (other) yield toDoubleAlias(alias, other.path)
  }
}

/** Addresses that are said to be gone, and are the address or an old address of a question. */
export function* checkGone(gone: readonly PlacedAddress[], library: Library): Generator<Problem> {
  for (const { address, line, column } of gone) {
    const renamed = library.listByAlias(address)[0]
    const there = findPage(address, library) ?? (renamed && `an alias of ${renamed.path}`)
    if (there) yield toPresentGone({ address, line, column }, there)
  }
}

/** What stands at an address, in words; undefined where nothing does. */
function findPage(address: string, library: Library): string | undefined {
  const question = library.getByAddress(address)
  if (question) return question.path
  const subject = address.split('/')[2] ?? ''
  return address === toSubjectPath(subject) && library.hasSubject(subject) ? `the subject ${subject}` : undefined
}

export const toAddress = ({ facts }: KnownQuestion) => toQuestionPath(facts.key.subject, facts.key.slug)
