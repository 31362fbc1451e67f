import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'

/**
 * In characters. The longest title of 35,915 real ones has fewer than 200, and no author's name is longer. PostgreSQL
 * could index no title with more than about 900 Chinese ones.
 */
const longest = 500

/** The fields that other pages show: lists, feeds, sheets. An answer is only on its own page. */
const shownElsewhere = new Set(['title', 'author', 'reviewed_by'])

export const rule: RuleDefinition = {
  name: 'field-length',
  severity: 'error',
  blocks: true,
  expects: `Titles and authors’ names have at most ${longest} characters.`,
  why: 'Lists, feeds and other questions show them too: a few pages of text there would make all of them slow.',
  wrong: 'title: … (the whole answer)',
  right: 'title: What is heat?',
}

/** What is wrong with the length of a text in a field. */
export function checkLength(text: string, field: string): FieldFinding[] {
  if (text.length <= longest || !shownElsewhere.has(field)) return []
  const message = `“${field}” has ${text.length} characters; the limit is ${longest}, because other pages show it too. Shorten it.`
  return [{ field, rule, message }]
}
