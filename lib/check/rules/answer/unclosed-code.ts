import type { AnswerText } from '../../question/answer-text'
import { isCutOff } from '../../question/cut-off'
import { listStrayBackticks } from '../../question/stray-backticks'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'unclosed-code',
  severity: 'warning',
  expects: 'Code that begins with a backtick also ends with one, in the same paragraph.',
  fix: "writes the apostrophe or the ʻokina that a backtick stands for, and “…” for ``…''",
  why: 'Otherwise readers see the backtick, or code where there is none.',
  wrong: 'Call `malloc for memory.',
  right: 'Call `malloc` for memory.',

  *findInQuestion({ answer, text }) {
    if (!answer.markdown.includes('`')) return
    const strays = listStrayBackticks(answer, text)
    yield* strays
    const explained = new Set(strays.map(({ at }) => at))
    const quotes = [...answer.prose.matchAll(quoted)]
    for (const { index, 0: found, 1: words } of quotes) {
      const at = answer.toFile(index)
      explained.add(at)
      const fix = text.startsWith(found, at) ? [{ start: at, end: at + found.length, text: `“${words}”` }] : undefined
      yield { at, message: `TeX quotation marks are shown as they are. Write “${words}”.`, fix }
    }
    for (const { index, 0: marks } of answer.prose.matchAll(/(?<![\\`])`+/g)) {
      const at = answer.toFile(index)
      if (!explained.has(at)) yield { at, message: toMessage(answer, index, marks) }
    }
  },
}

/** What TeX writes for “…”. */
const quoted = /(?<![\\`])``(?!`)([^`'\n\0]{1,300})''(?!')/g

function toMessage(answer: AnswerText, index: number, marks: string): string {
  const quote = /^`([^`'\s\0][^`'\n\0]{0,60})'(?![\p{L}\p{N}])/u.exec(answer.prose.slice(index, index + 70))?.[1]
  if (marks === '`' && quote !== undefined)
    return `A backtick begins code, but none ends it here: write ‘${quote}’ for words in quotation marks, or \`${quote}\` for code.`
  if (isCutOff(answer, index))
    return `The answer is cut off after this ${marks}, or the code is not closed. Write the rest, and ${marks} where the code ends.`
  const word = /^`([aeiouāēīōū][aeiouāēīōūhklmnpwʻ]+)(?![\p{L}\p{N}_(])/iu.exec(
    answer.prose.slice(index, index + 40),
  )?.[1]
  const okina = word === undefined ? '' : ` For an ʻokina write ʻ${word}, with the letter U+02BB.`
  return `${marks} has no partner in this paragraph, so readers see it. Write another one where the code ends.${okina}`
}
