import { shorten } from '@/lib/core/excerpt'
import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import { toQuotedFix, type UnquotedText } from '../../source/unquoted-texts'

export const rule: RuleDefinition = {
  name: 'text-quotes',
  severity: 'error',
  blocks: true,
  fix: 'puts quotes around the text, unless a part of it may be a comment',
  expects: 'Text with a character that has a meaning in YAML is in quotes.',
  why: 'YAML reads “ #5” as a comment, “&str” as an anchor and “[Draft]” as a list: words would be lost, or the file could not be read at all.',
  wrong: 'title: What is on channel #5?',
  right: 'title: "What is on channel #5?"',
}

/** What a part of the text may be instead, and what to do in that case. */
const doubts = {
  comment: ', or move the comment, if it is one, to a line of its own',
  field: ', or remove the spaces before the next line, if it is a field of its own',
}

/** What is wrong with a text without quotes; `yamlStart` is where the YAML begins in the text of the file. */
export function toQuotesFinding(text: string, yamlStart: number, found: UnquotedText): Finding {
  const { at, quoted, doubt } = found
  const remedy =
    quoted === undefined
      ? `Put the text in quotes${doubt ? doubts[doubt] : ''}.`
      : `Put the text in quotes: ${shorten(quoted, 80)}`
  const message = `${toReason(found)} ${remedy}`
  return toFinding(rule, { at: yamlStart + at, message, fix: toQuotedFix(found, yamlStart) }, text)
}

function toReason({ field, sign, quotes }: UnquotedText): string {
  if (quotes === 'unclosed') return `The ${sign} that opens “${field}” here is not closed.`
  if (quotes === 'closed early') return `YAML takes the next ${sign} as the end of “${field}”, so the rest is not read.`
  return `YAML gives “${sign}” a meaning here, so “${field}” is not read as it is written.`
}
