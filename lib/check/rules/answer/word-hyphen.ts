import type { Rule } from '../../rule'

/** A hyphen at the end of a line, or before a space, within a word. A word like “and” may follow “pre-”. */
const broken =
  /-(?<=(?<![\p{L}-])\p{L}\p{Ll}{1,30}-)(?:\n[ \t]*| )(?!(?:and|or|to|nor|but|as|und|oder|et|ou|y|o|bis|versus|vs|rather|than|via|plus|not|through)(?!\p{L}))(?=\p{Ll}{2,})/gu

export const rule: Rule = {
  name: 'word-hyphen',
  severity: 'warning',
  expects: 'No word is split by a hyphen and a space, or by a hyphen at the end of a line.',
  why: 'The hyphen is left over from the lines of a PDF. Readers see the gap, and search does not find the word.',
  wrong: 'Heat is trans-\nferred.',
  right: 'Heat is transferred.',

  *findInQuestion({ answer }) {
    const { prose } = answer
    for (const { index } of prose.matchAll(broken)) {
      const before = /\p{L}+$/u.exec(prose.slice(Math.max(0, index - 40), index))?.[0] ?? ''
      const after = /^-\s+(\p{L}+)/u.exec(prose.slice(index, index + 80))?.[1] ?? ''
      const message = `Readers see “${before}- ${after}”. Write ${before}${after}, or ${before}-${after}.`
      yield { at: answer.toFile(index), message }
    }
  },
}
