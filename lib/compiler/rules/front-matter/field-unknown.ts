import { distance } from 'fastest-levenshtein'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'

export const rule: RuleDefinition = {
  name: 'field-unknown',
  severity: 'warning',
  fix: 'corrects the name, where just one known field is that near and not yet there',
  expects: 'Fields have names that the library knows.',
  why: 'A field with another name is kept in the file and shown nowhere; mostly its name is misspelled.',
  wrong: 'reviewedby: Ada Lovelace',
  right: 'reviewed_by: Ada Lovelace',
}

/** What is wrong with a field that is not among the known ones; `fields` are those beside it in the file. */
export function toUnknownFinding(
  name: string,
  parent: string,
  known: ReadonlySet<string>,
  fields: object,
): FieldFinding {
  const near = [...known]
    .map((candidate) => ({ candidate, far: distance(candidate, name.toLowerCase()) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far)
  const nearest = near[0]?.candidate
  const hint = nearest ? `Did you mean “${nearest}”?` : 'It is kept in the file and shown nowhere.'
  const message = `“${parent}${name}” is not a field of the library. ${hint}`
  const certain = nearest !== undefined && near.length === 1 && !Object.hasOwn(fields, nearest)
  return { field: `${parent}${name}`, rule, message, ...(certain && { rename: nearest }) }
}
