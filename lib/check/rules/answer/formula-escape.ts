import { listFormulas } from '@/lib/answer/scan'
import type { Match } from '@/lib/core/finding'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** Words in a formula, where \_ is the sign that it is elsewhere in text. */
const words =
  /\\(?:text[a-z]*|math(?:rm|tt|sf|it|bf)|operatorname\*?|mbox|label|(?:eq)?ref|tag\*?|ce|pu)\s*\{(?:[^{}\\]|\\[\s\S]|\{[^{}]*\})*\}|\\verb\*?([^A-Za-z*\s]).*?\1/g

const command = /\\(?:[A-Za-z]+|[\s\S])/g

export const rule: Rule = {
  name: 'formula-escape',
  severity: 'warning',
  fix: 'takes the backslashes away',
  expects: 'In formulas, subscripts, superscripts and braces are written as TeX has them, not escaped for Markdown.',
  why: 'Formulas are read before Markdown: \\_ is drawn as an underscore, \\^ as an accent, and \\\\ starts a new line.',
  wrong: 'The mean is $\\frac{1}{n}\\sum\\_{i=1}^{n} x\\_i$.',
  right: 'The mean is $\\frac{1}{n}\\sum_{i=1}^{n} x_i$.',

  *findInQuestion(file) {
    for (const formula of listFormulas(file.answer.segments)) {
      const tex = formula.tex.replace(words, (found) => 'x'.repeat(found.length))
      const isLine = !tex.includes('\\begin')
      const brace = tex.indexOf('\\\\{')
      const hasPair = isLine && brace !== -1 && tex.includes('\\\\}', brace)
      for (const { 0: found, index } of tex.matchAll(command)) {
        const end = index + found.length
        const next = tex[end] ?? ''
        const at = (offset: number) => file.answer.toFileInFormula(formula, offset)
        if (found === '\\_' && isSubscript(tex, index)) yield toMatch(file, at(index), '\\_', '_', 'a subscript')
        else if (found === '\\^' && /^[\w{\\]/.test(next)) yield toMatch(file, at(index), '\\^', '^', 'a superscript')
        else if (found === '\\\\' && next === '_') yield toMatch(file, at(index), '\\\\_', '_', 'a subscript')
        else if (found === '\\\\' && hasPair && /[{}]/.test(next)) {
          yield toMatch(file, at(index), `\\\\${next}`, `\\${next}`, 'a brace')
        }
      }
    }
  },
}

/** Whether the `\_` at an offset is a subscript, and not part of a name (`user\_id`) or a gap to fill in (`\_\_\_`). */
function isSubscript(tex: string, at: number): boolean {
  const before = tex.slice(Math.max(0, at - 40), at)
  const after = tex.slice(at + 2, at + 12)
  if (after.startsWith('\\_') || before.endsWith('_')) return false
  if (after.startsWith('{')) return before.trim() !== ''
  const base = /\\?[A-Za-z]+$/.exec(before)?.[0] ?? before.slice(-1)
  return /^(?:\\[A-Za-z]+|[A-Za-z]{1,2}|[\d)}\]|'])$/.test(base) && /^(?:\\[A-Za-z]|[A-Za-z\d](?![A-Za-z]))/.test(after)
}

function toMatch({ text }: QuestionFile, start: number, written: string, right: string, meant: string): Match {
  const message = `In a formula ${written} is not ${meant}. Write ${right} for it.`
  const fix = [{ start, end: start + written.length, text: right }]
  return { at: start, message, fix: text.startsWith(written, start) ? fix : undefined }
}
