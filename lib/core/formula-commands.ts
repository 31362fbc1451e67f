import { accents, operators, settingCommand, signs, silentCommand } from './tex-symbols'

/** A command and its argument; a longer or more deeply nested one is read without its structure. */
const wrapped = /(\\[A-Za-z]+)?\\([A-Za-z]+)\*?\s{0,3}\{((?:[^{}]|\{[^{}]{0,60}\}){0,120})\}/g
const isWrapper = new RegExp(
  `^(?:ce|pu|text[a-z]*|[mhf]box|operatorname|math[a-z]+|Bbb|${[...accents.keys()].join('|')})$`,
)
const command =
  /\\(?:(?:begin|end)\s{0,3}\{[^{}]{0,40}\}(?:\{[lcr|\s]{1,20}\})?|[dtc]?frac\s{0,3}(\d)(\d)|([A-Za-z]+)\*?(?=([\d_^])?)|([\s\S]?))/g

/** Replaces TeX commands with Unicode characters; fractions become `⁄a⁄b⁄`, other groups keep their braces. */
export function spellCommands(text: string): string {
  const unwrap = (found: string, before: string | undefined, name: string, inside: string) =>
    isWrapper.test(name)
      ? `${before ? `${before} ` : ''}${toInside(inside)}`
      : settingCommand.test(name)
        ? `${before ?? ''} `
        : found
  const inside = text.includes('{') ? text.replace(wrapped, unwrap) : text
  return (inside === text ? text : inside.replace(wrapped, unwrap)).replace(command, toSign)
}

/** Separates words from their neighbours, but not names of substances and units. */
const toInside = (inside: string) => (/^[a-z]{3}/.test(inside) ? ` ${inside} ` : inside)

function toSign(
  _: string,
  numerator?: string,
  denominator?: string,
  name?: string,
  index?: string,
  mark?: string,
): string {
  if (numerator !== undefined) return `⁄${numerator}⁄${denominator}⁄`
  if (name === undefined) return mark !== undefined && /[()[\]]/.test(mark) ? '$' : mark === '!' ? '' : ' '
  if (/^[dtc]?frac$/.test(name)) return '⁄'
  if (name === 'sqrt') return '√'
  if (silentCommand.test(name) || isWrapper.test(name)) return ''
  const operator = operators.get(name)
  if (operator !== undefined) return ` ${operator} `
  return signs.get(name)?.normalize('NFKC') ?? ` ${name}${index ? '' : ' '}`
}
