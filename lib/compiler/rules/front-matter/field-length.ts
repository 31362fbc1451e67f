import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'

/** In characters. The longest title of 35,915 real ones has fewer than 200, and no name of an author is longer. */
const longest = 1_000

/** The fields that other pages show: lists, feeds, sheets. An answer is on its own page alone. */
const shownElsewhere = new Set(['title', 'author', 'reviewed_by'])

export const rule: RuleDefinition = {
  name: 'field-length',
  severity: 'error',
  blocks: true,
  expects: `A title, and a name of an author, has at most ${longest} characters.`,
  why: 'Lists, feeds and other questions show it too: a few pages of text there would make all of them slow.',
  wrong: 'title: … (the whole answer)',
  right: 'title: What is heat?',
}

/** What is wrong with the length of a text in a field. */
export function checkLength(text: string, field: string): FieldFinding[] {
  if (text.length <= longest || !shownElsewhere.has(field)) return []
  const message = `“${field}” has ${text.length} characters; it may have at most ${longest}, for other pages show it too. Shorten it.`
  return [{ field, rule, message }]
}
