import type { Rule } from '../../rule'
import { isMentioned, texTopic } from '../../text/mentioned'

const table = 'Write a table in Markdown.'
const list = 'Write a list in Markdown.'
const code = 'Put the program between two lines of ```.'
const bold = 'Begin the paragraph with the word in bold: **Theorem.**'
const plain = 'Remove this, and the \\end too.'
const note = 'Write a footnote in Markdown: [^1].'
const unit = 'Write a quantity as a formula: $\\pu{5 kg}$.'
const definition = 'Put it between $ and $, before the first formula that uses it.'
const reference =
  'No formula in this answer has this label. Write \\label{…} in the formula that you mean, or its name here.'

/** What to write instead of LaTeX environments that are not for formulas. */
const environments: Record<string, string> = {
  abstract: plain,
  algorithm: code,
  algorithmic: code,
  center: plain,
  corollary: bold,
  definition: bold,
  description: list,
  document: plain,
  enumerate: list,
  example: bold,
  figure: 'Write an image in Markdown: ![What it shows](/images/…).',
  flushleft: plain,
  flushright: plain,
  itemize: list,
  lemma: bold,
  longtable: table,
  lstlisting: code,
  minted: code,
  proof: 'Begin the paragraph with **Proof.** and end it with $\\blacksquare$.',
  proposition: bold,
  quote: 'Begin each line with > and a space.',
  quotation: 'Begin each line with > and a space.',
  remark: bold,
  subequations: 'Remove it, and give each row its \\tag{1a}.',
  table,
  tabular: table,
  tabularx: table,
  theorem: bold,
  tikzpicture: 'Save the drawing as an image, and write ![What it shows](/images/…).',
  verbatim: code,
}

/** What to do about commands that belong in a formula, or that Markdown has a notation for. */
const commands: Record<string, string> = {
  ce: 'Put it between $ and $.',
  pu: 'Put it between $ and $.',
  SI: unit,
  si: unit,
  qty: unit,
  unit,
  num: 'Write the number itself.',
  newcommand: definition,
  renewcommand: definition,
  providecommand: definition,
  DeclareMathOperator: definition,
  def: definition,
  eqref: reference,
  ref: reference,
  cref: 'Write \\eqref{…} for a formula in this answer, or the name of what you mean.',
  Cref: 'Write \\eqref{…} for a formula in this answer, or the name of what you mean.',
  autoref: 'Write \\eqref{…} for a formula in this answer, or the name of what you mean.',
  label: 'Put it into the formula that it names.',
  cite: note,
  citep: note,
  citet: note,
  footnote: note,
  textbf: 'Write **bold** in Markdown.',
  textit: 'Write *italic* in Markdown.',
  emph: 'Write *italic* in Markdown.',
  texttt: 'Put it between backticks.',
  underline: 'Write **bold** in Markdown: a line under words looks like a link.',
  href: 'Write a link in Markdown: [words](https://…).',
  url: 'Write the address between < and >.',
  section: 'Write a heading in Markdown: ## …',
  subsection: 'Write a heading in Markdown: ### …',
  includegraphics: 'Write an image in Markdown: ![What it shows](/images/…).',
}

const bare = new RegExp(
  String.raw`(?<!\\)\\(?:begin\{([A-Za-z]+\*?)\}|(${Object.keys(commands).join('|')})(?=\*?[ \t]*[[{]|\\))`,
  'g',
)

/** The braces of a command, with up to two levels of braces inside. */
const braces = /\{(?:[^{}$\n]|\{(?:[^{}$\n]|\{[^{}$\n]*\})*\})*\}/y

export const rule: Rule = {
  name: 'bare-tex',
  severity: 'error',
  fix: 'puts \\ce{…} and \\pu{…} between $ and $, unless the text may be about the command itself',
  expects: 'TeX commands and environments are in formulas.',
  why: 'Anywhere else they are text: readers see their source.',
  wrong: 'Water is \\ce{H2O}.',
  right: 'Water is $\\ce{H2O}$.',

  *findInQuestion({ answer, text }) {
    for (const { index, 0: found, 1: environment, 2: command = '' } of answer.prose.matchAll(bare)) {
      // One that is not closed is reported by unclosed-formula.
      if (environment && !answer.markdown.includes(`\\end{${environment}}`, index)) continue
      const remedy = environment ? findRemedy(environment.replace('*', '')) : commands[command]
      const start = answer.toFile(index)
      const part = { start: index, end: index + found.length }
      const isMention = texTopic.test(text) || isMentioned(answer.markdown, part, [])
      const isFixable = /^(?:ce|pu)$/.test(command) && !isMention
      const message = `Readers see the source of ${found}, which is outside a formula. ${remedy}`
      yield { at: start, message, fix: isFixable ? toFormula(text, start) : undefined }
    }
  },
}

const findRemedy = (environment: string) =>
  Object.hasOwn(environments, environment)
    ? environments[environment]
    : 'Write it in Markdown; for a formula, put it between $$ and $$.'

function toFormula(text: string, start: number) {
  braces.lastIndex = start + '\\ce'.length
  if (text[start] !== '\\' || !braces.test(text)) return undefined
  const end = braces.lastIndex
  return [
    { start, end: start, text: '$' },
    { start: end, end, text: '$' },
  ]
}
