import katex from 'katex'
import type { Equation } from './equation-numbers'

type Token = { text: string }
type Expansion = { tokens: Token[]; numArgs: number }
type Macro = string | Expansion | ((context: Expander) => string | Expansion)

/** TeX that defines a command. */
export const defines = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand|DeclareMathOperator)(?![A-Za-z])/

/** What KaTeX passes to a macro that is a function; lists of tokens are in reverse order. */
type Expander = {
  macros: { set(name: string, macro: Macro): void }
  consumeArg(delimiters?: string[]): { tokens: Token[] }
  consumeSpaces(): void
  future(): Token
  popToken(): Token
}

/** The macros of one answer: KaTeX adds to them what its formulas define. */
export type Macros = Record<string, Macro>

/** The most tokens that the commands of an answer may expand to, all formulas together. */
const maxTokens = 20_000

/** Commands that load, link, or style the page. KaTeX would show their name and drop their words, so they are errors. */
const refused = ['\\href', '\\url', '\\includegraphics', '\\htmlClass', '\\htmlId', '\\htmlStyle', '\\htmlData']

/** Commands of LaTeX packages and MathJax that KaTeX does not know, with equivalents. */
const likes: Macros = {
  // Characters with the backslash that Markdown would need.
  '\\*': '*',
  '\\+': '+',
  '\\-': '-',
  '\\<': '<',
  '\\[': '[',
  '\\]': ']',
  '\\DeclareMathOperator': '\\@ifstar\\operator@limits\\operator@plain',
  '\\operator@limits': '\\gdef#1{\\operatorname*{#2}}',
  '\\operator@plain': '\\gdef#1{\\operatorname{#2}}',
  '\\ensuremath': '#1',
  '\\mathbbm': '\\mathbb{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\mbox': '\\text{#1}',
  '\\newcommand': defineCommand,
  '\\renewcommand': defineCommand,
  '\\lefteqn': '\\mathrlap{\\displaystyle #1}',
  '\\require': drop,
  '\\shoveleft': '#1',
  '\\shoveright': '#1',
}

const refuse = ([name, message]: [string, string]): [string, Macro] => [
  name,
  () => {
    throw new katex.ParseError(message)
  },
]

const refusals: Macros = Object.fromEntries(refused.map((name) => refuse([name, `A formula cannot hold ${name}`])))

/** The initial macros of an answer; `equations` are the targets of its references. */
export const createMacros = (equations: ReadonlyMap<string, Equation>): Macros => ({
  ...likes,
  ...refusals,
  '\\eqref': (context) => `\\text{(${findNumber(context, equations)})}`,
  '\\label': drop,
  '\\ref': (context) => `\\text{${findNumber(context, equations)}}`,
})

function findNumber(context: Expander, equations: ReadonlyMap<string, Equation>): string {
  const label = readText(context).trim()
  const equation = equations.get(label)
  if (!equation) throw new katex.ParseError(`No display formula of this answer has \\label{${label}}`)
  return equation.number
}

/** A command that draws nothing itself. */
function drop(context: Expander): string {
  context.consumeArg()
  return ''
}

const readText = (context: Expander, delimiters?: string[]) =>
  context
    .consumeArg(delimiters)
    .tokens.map(({ text }) => text)
    .reverse()
    .join('')

/** `\newcommand` as in MathJax: a command may be redefined, because some authors define it in each formula. */
function defineCommand(context: Expander): string {
  context.consumeSpaces()
  if (context.future().text === '*') context.popToken()
  const name = readText(context)
  if (!/^\\(?:[A-Za-z@]+|[^A-Za-z])$/.test(name)) throw new katex.ParseError(`Not the name of a command: ${name}`)
  const count = readOption(context) ?? '0'
  if (!/^\s*\d\s*$/.test(count)) throw new katex.ParseError(`Invalid number of arguments: ${count}`)
  if (readOption(context) !== undefined) throw new katex.ParseError(`${name} cannot have a default argument`)
  context.macros.set(name, { tokens: context.consumeArg().tokens, numArgs: Number(count) })
  return ''
}

function readOption(context: Expander): string | undefined {
  context.consumeSpaces()
  if (context.future().text !== '[') return undefined
  context.popToken()
  return readText(context, [']'])
}

/**
 * Makes the commands that formulas have defined count the tokens they expand to, so that the limit holds for all formulas
 * together: `left` is how many tokens are left.
 */
export function meterMacros(macros: Macros, meter: { left: number }) {
  for (const [name, macro] of Object.entries(macros)) {
    if (typeof macro !== 'object') continue
    macros[name] = () => {
      meter.left -= 1 + macro.tokens.length
      if (meter.left < 0) throw new katex.ParseError('The commands of this answer expand to too much')
      return macro
    }
  }
}

export const createMeter = () => ({ left: maxTokens })
