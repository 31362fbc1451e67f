import type { AnswerSource } from '@/lib/core/answer-source'
import { spellCodeWords } from '@/lib/core/code-words'
import { isCommandInText } from './tex-commands'

/**
 * The words of an answer for the full-text index, whose tokenizer drops all marks: with real line breaks, without
 * link addresses, with formulas and programs, and with words like C++ spelled out. For people, see `toPlainText`.
 */
export function toSearchText({ text, breaks }: AnswerSource): string {
  const withoutLinks = text.includes('](') ? text.replace(/\]\([^)\s]{0,1000}\)/g, ']') : text
  if (breaks !== 'literal') return spellCodeWords(withoutLinks)
  const lines = withoutLinks.replace(/\\n/g, (found, offset: number) =>
    isCommandInText(withoutLinks, offset) ? found : '\n',
  )
  return spellCodeWords(lines)
}
