import { parseQuestionPath, toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import type { CheckedFiles, KnownQuestion } from './checked-files'

export const toAddress = ({ facts }: Pick<KnownQuestion, 'facts'>) => toQuestionPath(facts.key.subject, facts.key.slug)

/** What is at an address, in words; undefined if nothing is. */
export function findPage(address: string, files: CheckedFiles): string | undefined {
  const question = files.getByAddress(address)
  if (question) return question.path
  const subject = address.split('/')[2] ?? ''
  return address === toSubjectPath(subject) && files.hasSubject(subject) ? `the subject ${subject}` : undefined
}

/** Where the question of an old address is now: found by its aliases, or by its name if only one question has that. */
export function findMoved(address: string, files: CheckedFiles): string | undefined {
  const [renamed, ...others] = files.listByAlias(address)
  if (renamed && others.length === 0) return toAddress(renamed)
  const key = parseQuestionPath(address)
  const sameName = key ? files.listBySlug(key.slug) : []
  return sameName.length === 1 && sameName[0] ? toAddress(sameName[0]) : undefined
}
