import type { Formula } from '@/lib/answer/find-formula'
import { listFormulas } from '@/lib/answer/scan'
import type { Match } from '@/lib/core/finding'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** A new line, or text in a formula, where \_ is an underscore as in any other text. */
const words =
  /\\\\|\\(?:text[a-z]*|math(?:rm|tt|sf|it|bf)|operatorname\*?|mbox|label|(?:eq)?ref|tag\*?|ce|pu)\s*\{(?:[^{}\\]|\\[\s\S]|\{[^{}]*\})*\}|\\verb\*?([^A-Za-z*\s]).*?\1/g

const command = /\\(?:[A-Za-z]+|[\s\S])/g

/** Names of commands with which, read as letters, no row of a formula begins. */
const names = new RegExp(
  `^(?:${`alpha approx bar begin beta cdot cdots circ cos Delta delta dfrac div dots end epsilon equiv frac gamma geq
  hat implies infty int lambda ldots left leq lim log mathbb mathbf mathcal mathrm nabla neq Omega omega operatorname
  overline partial phi prod psi quad rho right rightarrow sigma sin sqrt sum tan tau text tfrac theta times underline
  vec`
    .split(/\s+/)
    .join('|')})(?![A-Za-z])`,
)

export const rule: Rule = {
  name: 'formula-escape',
  severity: 'warning',
  fix: 'removes the backslashes, if that is enough',
  expects: 'In formulas, subscripts, braces and commands are written as in TeX, not escaped for Markdown or JSON.',
  why: 'Formulas are read before Markdown: \\_ is drawn as an underscore, \\^ as an accent, and \\\\ starts a new line.',
  wrong: 'The mean is $\\frac{1}{n}\\sum\\_{i=1}^{n} x\\_i$.',
  right: 'The mean is $\\frac{1}{n}\\sum_{i=1}^{n} x_i$.',

  *findInQuestion(file) {
    for (const formula of listFormulas(file.answer.segments)) {
      for (const found of findEscapes(formula.tex)) yield toMatch(file, formula, found)
    }
  },
}

/** What is written at an offset of a formula and what is meant; `right` is only a fix if it is `sure`. */
type Escape = { offset: number; written: string; right: string; meant: string; sure: boolean }

function* findEscapes(formula: string): Generator<Escape> {
  const tex = formula.replace(words, (found) => (found === '\\\\' ? found : ')'.repeat(found.length)))
  const hasRows = tex.includes('\\begin{')
  const brace = tex.indexOf('\\\\{')
  const hasBraces = !hasRows && brace !== -1 && tex.includes('\\\\}', brace)
  for (const { 0: found, index: offset } of tex.matchAll(command)) {
    const next = tex[offset + found.length] ?? ''
    const sure = true
    if (found === '\\_') yield* findSubscript(tex, offset)
    else if (found === '\\^' && /[\w{\\]/.test(next)) {
      yield { offset, written: '\\^', right: '^', meant: 'a superscript', sure }
    } else if (found === '\\\\') {
      const name = names.exec(tex.slice(offset + 2, offset + 20))?.[0]
      const written = `\\\\${name ?? next}`
      if (/[_^]/.test(next)) yield { offset, written, right: next, meant: 'a subscript or superscript', sure }
      else if (hasBraces && /[{}]/.test(next)) yield { offset, written, right: `\\${next}`, meant: 'a brace', sure }
      else if (name) yield { offset, written, right: `\\${name}`, meant: 'a command', sure: !hasRows }
    }
  }
}

/** The `\_` at an offset, unless it is part of a name (`user\_id`) or a gap to fill in (`\_\_\_`). */
function* findSubscript(tex: string, offset: number): Generator<Escape> {
  const before = tex.slice(Math.max(0, offset - 40), offset)
  const after = tex.slice(offset + 2, offset + 42)
  if (after.startsWith('\\_') || before.endsWith('_') || before.trim() === '') return
  const found = { offset, written: '\\_', meant: 'a subscript' }
  if (after.startsWith('{')) return yield { ...found, right: '_', sure: true }
  const base = /\\?[A-Za-z]+$/.exec(before)?.[0] ?? before.slice(-1)
  if (!/^(?:\\[A-Za-z]+|[A-Za-z]{1,2}|[\d)}\]|'])$/.test(base)) return
  const letters = /^[A-Za-z]{2,}/.exec(after)?.[0]
  if (letters) yield { ...found, right: `_{${letters}}`, sure: false }
  else if (/^[\\A-Za-z\d]/.test(after)) yield { ...found, right: '_', sure: true }
}

function toMatch(
  { answer, text }: QuestionFile,
  formula: Formula,
  { offset, written, right, meant, sure }: Escape,
): Match {
  const start = answer.toFileInFormula(formula, offset)
  const message = `In a formula ${written} is not ${meant}. Write ${right} instead.`
  const fix = [{ start, end: start + written.length, text: right }]
  return { at: start, message, fix: sure && text.startsWith(written, start) ? fix : undefined }
}
