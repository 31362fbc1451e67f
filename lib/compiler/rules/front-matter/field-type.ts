import { shorten } from '@/lib/core/excerpt'
import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'
import { toQuotedFix, type UnquotedText } from '../../source/unquoted-texts'

export const rule: RuleDefinition = {
  name: 'field-type',
  severity: 'error',
  blocks: true,
  fix: 'puts text that YAML reads as a number or as true or false in quotes; joins a list of keywords into one text',
  expects: 'A field has a value of its type: text, a number, true or false, a list, or one of a few given words.',
  why: 'Otherwise the site would show something other than what you meant.',
  wrong: 'title: 1984\nno_index: "yes"',
  right: 'title: "1984"\nno_index: true',
}

/** What is wrong with a value; `expected` ends the sentence. */
export function toTypeFinding(field: string, value: unknown, expected: string): FieldFinding {
  const found = shorten(JSON.stringify(value), 60)
  return { field, rule, message: `“${field}” is ${found}; expected ${expected}.` }
}

/** What is wrong with a text that YAML reads as a number or a boolean because it has no quotes. */
export function toUnquotedFinding(field: string, value: unknown): FieldFinding {
  const toQuoted = (written: string) => `“${field}” is ${written}; expected text. Put it in quotes: "${written}".`
  return { field, rule, message: toQuoted(String(value)), toQuoted }
}

/** What is wrong with a list where one text is expected; `yamlStart` is where the YAML begins in the text of the file. */
export function toListFinding(text: string, yamlStart: number, found: UnquotedText): Finding {
  const message = `“${found.field}” is a list; expected one text. ${toListRemedy(found)}`
  return toFinding(rule, { at: yamlStart + found.at, message, fix: toQuotedFix(found, yamlStart) }, text)
}

function toListRemedy({ field, quoted }: UnquotedText): string {
  if (quoted !== undefined) return `Write the keywords on one line, separated by commas:${shorten(quoted, 80)}`
  if (field.endsWith('page_keywords'))
    return 'Write the keywords on one line, separated by commas, without a comma inside a keyword.'
  return field === 'answer'
    ? 'For a list in Markdown, write “answer: |” above it.'
    : 'Write it on one line, without the hyphen or brackets; if they are part of the text, put it in quotes.'
}
