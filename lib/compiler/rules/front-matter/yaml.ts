import { type Edit, type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'

export const rule: RuleDefinition = {
  name: 'yaml',
  severity: 'error',
  blocks: true,
  fix: 'corrects a line with only one possible meaning: a colon without a space, a quotation mark that is not closed, a tab',
  expects: 'Front matter is valid YAML: one field per line, no field twice, no aliases.',
  why: 'Invalid YAML cannot be read, and a wrong guess would lose what you wrote.',
  wrong: 'title: What is heat?\n  date: 2026-03-09',
  right: 'title: What is heat?\ndate: 2026-03-09',
}

/** What is wrong with YAML that is not a mapping; `at` is an offset in the text of the file. */
export const toNoFieldsFinding = (text: string, at: number): Finding =>
  toFinding(rule, { at, message: 'Expected fields, one per line, such as “title: What is …?”.' }, text)

/** What is wrong with a line of YAML that its parser refuses. */
export const toLineFinding = (text: string, at: number, message: string, fix: Edit[] | undefined): Finding =>
  toFinding(rule, { at, message, fix }, text)

/** What is wrong with YAML that its parser refuses for this reason. */
export const toYamlFinding = (text: string, at: number, reason: string): Finding =>
  toFinding(rule, { at, message: toMessage(reason) }, text)

function toMessage(reason: string): string {
  const what = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
  if (reason.includes('duplicated mapping key')) return `${what} Keep one of the two.`
  if (reason.includes('liases')) return `${what} Write the value out instead of “*name”.`
  return `${what} Check this line and the one above: fields of the same level start in the same column, and quotation marks and brackets are closed.`
}
