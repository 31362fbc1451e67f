import type { RuleDefinition } from '@/lib/core/rule'

/**
 * What is wrong with one field; `field` is its path with dots (`seo.title`), and may be absent from the file. `rename`
 * is the only name that can have been meant, `moveBelow` the field that it belongs below. `toQuoted` returns the message
 * for a plain value that must be in quotes, given the value as written.
 */
export type FieldFinding = {
  field: string
  rule: RuleDefinition
  message: string
  rename?: string
  moveBelow?: string
  toQuoted?: (written: string) => string
}
