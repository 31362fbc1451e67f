import type { Rule } from '../../rule'

/** A number anywhere; other names only behind a word, for `[^a-z]` is also how a pattern excludes letters. */
const reference = /(?<!\\)\[\^\d{1,3}\]|(?<=[\p{L}\p{N}.,;:!?)’”"])\[\^[^\]\s]+\]/gu

export const rule: Rule = {
  name: 'footnote',
  severity: 'warning',
  expects: 'A reference such as [^1] has its footnote.',
  why: 'Otherwise readers see “[^1]”, left over from a text that had sources.',
  wrong: 'Heat flows.[^1]',
  right: 'Heat flows.[^1]\n\n[^1]: Clausius, 1850.',

  *findInQuestion({ answer }) {
    for (const { index, 0: found } of answer.prose.matchAll(reference)) {
      const message = `There is no footnote ${found}. Add a line “${found}: …” at the end, or remove the reference.`
      yield { at: answer.toFile(index), message }
    }
  },
}
