import { isTextInRoundBrackets, isTextInSquareBrackets } from '@/lib/answer/escaped-bracket'
import { scanAnswer } from '@/lib/answer/scan'
import type { Edit } from '@/lib/core/finding'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** Anything that is longer, or spans paragraphs, is not a formula. */
const doubled = /(?<!\\)\\\\(?:\((?:(?!\n\s*\n)[\s\S]){1,2000}?\\\\\)|\[(?:(?!\n\s*\n)[\s\S]){1,2000}?\\\\\])/g

export const rule: Rule = {
  name: 'doubled-backslash',
  severity: 'error',
  fix: 'puts the formula between dollar signs, if it has no other doubled backslashes',
  expects: 'A formula between \\( and \\), or \\[ and \\], has one backslash before each of these.',
  why: 'Some other programs need two. Markdown turns them into one, and readers see the source.',
  wrong: 'A score is \\\\( s = W x \\\\) for each class.',
  right: 'A score is $s = W x$ for each class.',

  *findInQuestion(file) {
    const { answer } = file
    for (const { index, 0: found } of answer.prose.matchAll(doubled)) {
      const sign = found[2] === '(' ? '$' : '$$'
      const message = `Readers see the source of this formula: ${found.slice(0, 3)} has one backslash too many. Write ${sign}…${sign}.`
      const start = answer.toFile(index)
      yield { at: start, message, fix: toFix(file, start, answer.toFile(index + found.length - 1) + 1, sign) }
    }
  },
}

/** The edits that put dollar signs in place of brackets; undefined if the result might not be the intended formula. */
function toFix({ text, answer }: QuestionFile, start: number, end: number, sign: string): Edit[] | undefined {
  const source = text.slice(start, end)
  const [, inner] = /^\\\\[([]([\s\S]*)\\\\[)\]]$/.exec(source) ?? []
  if (inner === undefined) return undefined
  // If there are several lines, the spaces may be the indentation of a list item or quote.
  const trims = !inner.includes('\n')
  const before = trims ? inner.length - inner.trimStart().length : 0
  const after = trims ? inner.length - inner.trimEnd().length : 0
  const content = inner.slice(before, inner.length - after)
  const between = { content, before: '', after: '', alone: true }
  const isText = sign === '$' ? isTextInRoundBrackets(between) : isTextInSquareBrackets(between)
  if (isText || /\\[\\_*]|[$`]/.test(content)) return undefined
  const fixed = `${text[start - 1] ?? ''}${sign}${content}${sign}${text[end] ?? ''}`
  const isFormula = scanAnswer({ text: fixed, breaks: answer.source.breaks }).some(({ kind }) => kind === 'math')
  if (!isFormula) return undefined
  return [
    { start, end: start + 3 + before, text: sign },
    { start: end - 3 - after, end, text: sign },
  ]
}
