import { hasOperandAfter, hasOperandBefore } from '@/lib/answer/plain/emphasis-runs'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

/** Names in Python, C, JavaScript and the like that begin and end with two underscores. */
const names =
  /^(?:abs|add|all|annotations|attribute|author|await|bases|bool|builtins|bytes|call|class|contains|copy|date|del|delattr|delete|delitem|dict|dir|dirname|doc|enter|eq|exit|file|filename|float|floordiv|format|func|function|future|ge|get|getattr|getattribute|getitem|gt|hash|iadd|import|index|init|init_subclass|int|invert|iter|le|len|line|lt|main|matmul|missing|mod|module|mro|mul|name|ne|neg|new|next|package|path|post_init|pow|proto|qualname|radd|repr|reversed|rmul|round|set|setattr|setitem|slots|str|sub|subclasses|time|truediv|typename|version|weakref)$/i

export const rule: Rule = {
  name: 'lost-star',
  severity: 'warning',
  fix: 'puts a backslash before each star, or the name in backticks',
  expects:
    'A star between two numbers or letters is written \\*, or in a formula; a name like __init__ is in backticks.',
  why: 'Two of them make the text between them italic or bold, and readers see no star: 2*3*4 is shown as 234.',
  wrong: 'A box of 2*3*4 dice.',
  right: 'A box of 2\\*3\\*4 dice.',

  *findInQuestion(file) {
    const { answer } = file
    const { markdown } = answer
    if (!markdown.includes('*') && !markdown.includes('__')) return
    for (const { type, position } of [...answer.list('emphasis'), ...answer.list('strong')]) {
      const start = position?.start.offset ?? 0
      const end = position?.end.offset ?? 0
      const written = markdown.slice(start, end)
      const marks = type === 'strong' ? written.slice(0, 2) : written.slice(0, 1)
      if (marks === '__' && names.test(written.slice(2, -2))) {
        const before = /[\w.]*$/.exec(markdown.slice(Math.max(0, start - 80), start))?.[0] ?? ''
        const after = /^(?:\.\w+)*(?:\(\))?/.exec(markdown.slice(end, end + 80))?.[0] ?? ''
        const code = `\`${before}${written}${after}\``
        yield {
          at: answer.toFile(start),
          message: `Readers do not see the underscores of ${written}: they make the name bold. Write ${code}.`,
          fix: toAllEdits([toPlainEdit(file, start - before.length, end + after.length, code)]),
        }
      }
      if (!marks.startsWith('*')) continue
      if (!isInSum(markdown, start, end, marks.length) && !beginsInWord(markdown, start, end)) continue
      const escaped = marks.replaceAll('*', '\\*')
      yield {
        at: answer.toFile(start),
        message: `Readers do not see ${marks} here: it makes the text between italic or bold. Write ${escaped}, or a formula.`,
        fix: toAllEdits([start, end - marks.length].map((at) => toPlainEdit(file, at, at + marks.length, escaped))),
      }
    }
  },
}

/** Whether there are operands around what two marks enclose, or on both sides of one of them: `a*b > COUNT(*)`. */
function isInSum(text: string, start: number, end: number, length: number): boolean {
  const [isAfterOperand, isBeforeOperand] = [hasOperandBefore(text, start), hasOperandAfter(text, end)]
  if (isAfterOperand && isBeforeOperand) return true
  // The first letter of a word, as in a mnemonic: `**O**h **B**e`.
  if (/^\p{L}+$/u.test(text.slice(start + length, end - length))) return false
  return (
    (isAfterOperand && hasOperandAfter(text, start + length)) ||
    (isBeforeOperand && hasOperandBefore(text, end - length))
  )
}

/** Whether marks begin within a word and end after it: `Schüler*innen und Lehrer*innen`. */
const beginsInWord = (text: string, start: number, end: number) =>
  wordBefore.test(text[start - 1] ?? '') && /^\*+\p{L}[^*]*\s/u.test(text.slice(start, end))

/** Letters of scripts that put spaces between words. */
const wordBefore = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
