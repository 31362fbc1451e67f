import type { RuleDefinition } from '@/lib/core/rule'

/**
 * What is wrong with one field; `field` is its path with dots (`seo.title`), and need not be in the file. `rename` is the
 * name that can only have been meant.
 */
export type FieldFinding = { field: string; rule: RuleDefinition; message: string; rename?: string }
