import { parseQuestionPath, toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import type { KnownQuestion, Library } from './library'

export const toAddress = ({ facts }: Pick<KnownQuestion, 'facts'>) => toQuestionPath(facts.key.subject, facts.key.slug)

/** What is at an address, in words; undefined where nothing is. */
export function findPage(address: string, library: Library): string | undefined {
  const question = library.getByAddress(address)
  if (question) return question.path
  const subject = address.split('/')[2] ?? ''
  return address === toSubjectPath(subject) && library.hasSubject(subject) ? `the subject ${subject}` : undefined
}

/** Where a question is that is no longer at an address: by its old addresses, else by a name that only one has. */
export function findMoved(address: string, library: Library): string | undefined {
  const [renamed, ...others] = library.listByAlias(address)
  if (renamed && others.length === 0) return toAddress(renamed)
  const key = parseQuestionPath(address)
  const sameName = key ? library.listBySlug(key.slug) : []
  return sameName.length === 1 && sameName[0] ? toAddress(sameName[0]) : undefined
}
