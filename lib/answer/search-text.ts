import type { AnswerSource } from '@/lib/core/answer-source'
import { spellCodeWords } from '@/lib/core/code-words'
import { toPlainLetters } from '@/lib/core/words'
import { removeComments } from './comments'
import { scanAnswer } from './scan'
import { withoutTags } from './tags'
import { isCommandInText } from './tex-commands'

/** The text of an answer for the full-text index, in lower case and without accents. */
export const toIndexedText = (source: AnswerSource) => toPlainLetters(toSearchText(source))

/**
 * The words of an answer for the full-text index, whose tokenizer drops all marks: with real line breaks, formulas and
 * programs, without link addresses and comments, and with words like C++ spelled out. For people, see `toPlainText`.
 */
export function toSearchText(source: AnswerSource): string {
  const { breaks } = source
  const written = source.text.includes('<!--') ? removeComments(source, scanAnswer(source)) : source.text
  const text = withoutTags(written.replace(/<sup>(?=[-−]\d)/g, '^'))
  const withoutLinks = text.includes('](') ? text.replace(/\]\([^)\s]{0,1000}\)/g, ']') : text
  if (breaks !== 'literal') return spellCodeWords(withoutLinks)
  const lines = withoutLinks.replace(/\\n/g, (found, offset: number) =>
    isCommandInText(withoutLinks, offset) ? found : '\n',
  )
  return spellCodeWords(lines)
}
