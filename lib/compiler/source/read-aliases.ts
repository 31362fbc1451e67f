import { toNormalPath } from '@/lib/core/normal-path'
import { isReservedPath, toQuestionPath } from '@/lib/core/routes'
import type { QuestionKey } from '@/lib/core/types'
import type { FieldProblem } from '../schema/validate'

/** The old addresses that a question's file names, in the form in which they are looked up. */
export const toAliases = (written: readonly string[] | null | undefined): string[] =>
  (written ?? []).flatMap((address) => toNormalPath(address) ?? [])

/** What is wrong with the old addresses of one file, seen by itself. */
export function checkAliases(fields: Record<string, unknown>, { subject, slug }: QuestionKey): FieldProblem[] {
  // What is no list was reported as such.
  const written: unknown[] = Array.isArray(fields.aliases) ? fields.aliases : []
  const problems: FieldProblem[] = []
  const seen = new Set<string>()
  for (const [index, text] of written.entries()) {
    if (typeof text !== 'string') continue
    const field = `aliases.${index}`
    const mistake = findMistake(text)
    const address = toNormalPath(text) ?? ''
    if (mistake) problems.push({ field, rule: 'alias-address', message: `The alias ${mistake}` })
    else if (address === toQuestionPath(subject, slug)) {
      const message = `The alias “${text}” is the question’s own address: it would lead to itself. Remove it.`
      problems.push({ field, rule: 'alias-unique', message })
    } else if (seen.has(address)) {
      problems.push({ field, rule: 'alias-unique', message: `The alias “${text}” stands here twice. Remove one.` })
    }
    seen.add(address)
  }
  if (seen.size > 0 && fields.no_index === true) {
    const message = 'An old address would lead to a question that is kept from search engines. Remove one of the two.'
    problems.push({ field: 'aliases', rule: 'alias-no-index', message })
  }
  return problems
}

/** Why a text cannot be an address that leads elsewhere, as the end of a sentence; undefined where it can. */
export function findMistake(text: string): string | undefined {
  const address = toNormalPath(text)
  if (address === undefined || /[?#]|^\/\//.test(text)) {
    return `“${text}” is no address. Write the path alone, such as /learn/physics/questions/what-is-heat.`
  }
  return isReservedPath(address) ? `“${text}” is an address of the site itself. Remove it.` : undefined
}
