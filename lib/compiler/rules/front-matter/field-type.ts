import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'
import type { UnquotedText } from '../../source/unquoted-texts'

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
  const shown = JSON.stringify(value)
  const found = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
  return { field, rule, message: `“${field}” is ${found}; expected ${expected}.` }
}

/** What is wrong with a text that YAML reads as a number or a boolean because it has no quotes. */
export function toUnquotedFinding(field: string, value: unknown): FieldFinding {
  const toQuoted = (written: string) => `“${field}” is ${written}; expected text. Put it in quotes: "${written}".`
  return { field, rule, message: toQuoted(String(value)), toQuoted }
}

const longestShown = 80

/** What is wrong with a list where one text is expected; `yamlStart` is where the YAML begins in the text of the file. */
export function toListFinding(
  text: string,
  yamlStart: number,
  { field, at, start, end, quoted }: UnquotedText,
): Finding {
  const fix = quoted === undefined ? undefined : [{ start: yamlStart + start, end: yamlStart + end, text: quoted }]
  const message = `“${field}” is a list; expected one text. ${toListRemedy(field, quoted)}`
  return toFinding(rule, { at: yamlStart + at, message, fix }, text)
}

function toListRemedy(field: string, quoted: string | undefined): string {
  if (quoted !== undefined) {
    const shown = quoted.length > longestShown ? `${quoted.slice(0, longestShown)}…` : quoted
    return `Write the keywords on one line, separated by commas:${shown}`
  }
  if (field.endsWith('page_keywords'))
    return 'Write the keywords on one line, separated by commas, without a comma inside a keyword.'
  return field === 'answer'
    ? 'For a list in Markdown, write “answer: |” above it.'
    : 'Write it on one line, without the hyphen or brackets; if they are part of the text, put it in quotes.'
}
