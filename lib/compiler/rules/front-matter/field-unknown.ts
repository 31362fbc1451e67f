import { distance } from 'fastest-levenshtein'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'
import type { FieldPaths } from '../../schema/field-paths'

export const rule: RuleDefinition = {
  name: 'field-unknown',
  severity: 'warning',
  fix: 'corrects the name if exactly one known field is close to it and not yet used; moves a field below the one it belongs to',
  expects: 'Fields have known names and are in the right place.',
  why: 'A field with an unknown name stays in the file but is not shown anywhere; usually its name is misspelled.',
  wrong: 'reviewedby: Ada Lovelace',
  right: 'reviewed_by: Ada Lovelace',
}

/**
 * What is wrong with an unknown field; `fields` are it and its siblings in the file, `paths` all fields of the
 * document type.
 */
export function toUnknownFinding(
  name: string,
  parent: string,
  known: ReadonlySet<string>,
  fields: object,
  paths: FieldPaths,
): FieldFinding {
  const meant = paths.get(name.toLowerCase())
  if (meant !== undefined && meant !== `${parent}${name}`) return toMisplacedFinding(name, parent, meant, fields)
  const near = [...known]
    .map((candidate) => ({ candidate, far: distance(candidate, name.toLowerCase()) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far)
  const nearest = near[0]?.candidate
  const hint = nearest ? `Did you mean “${nearest}”?` : 'It stays in the file but is not shown anywhere.'
  const message = `“${parent}${name}” is not a known field. ${hint}`
  const certain = nearest !== undefined && near.length === 1 && !Object.hasOwn(fields, nearest)
  return { field: `${parent}${name}`, rule, message, ...(certain && { rename: nearest }) }
}

/** What is wrong with a field that has another place or another name; `meant` is the dotted path of the right one. */
function toMisplacedFinding(name: string, parent: string, meant: string, fields: object): FieldFinding {
  const field = `${parent}${name}`
  const [above = '', below] = meant.split('.')
  const right = below ?? above
  const found = `“${field}” is not a known field.`
  if (below === undefined || parent === `${above}.`) {
    const isThere = parent === meant.slice(0, -right.length) && Object.hasOwn(fields, right)
    const where = parent !== '' && below === undefined ? ' at the beginning of a line, without spaces before it' : ''
    const message = `${found} ${isThere ? `“${meant}” is already there: remove this one` : `Write “${right}: …”${where}`}.`
    const isCase = name.toLowerCase() === right && parent === meant.slice(0, -right.length)
    return { field, rule, message, ...(isCase && !isThere && { rename: right }) }
  }
  const present = (fields as Record<string, unknown>)[above]
  if (typeof present === 'object' && present !== null) {
    const isThere = Object.hasOwn(present, right)
    const remedy = isThere
      ? `“${meant}” is already there: remove this one`
      : `Move it below “${above}:”, indented like the others there, as “${right}: …”`
    return { field, rule, message: `${found} ${remedy}.`, ...(!isThere && name === right && { moveBelow: above }) }
  }
  const message = `${found} It belongs below “${above}”: write “${above}:” on a line of its own, and on the next one, indented by two spaces, “${right}: …”.`
  return { field, rule, message, ...(name === right && present === undefined && { moveBelow: above }) }
}
