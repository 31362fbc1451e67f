import type { Rule } from '../../rule'

/** A number anywhere; other names only after a word, because `[^a-z]` is also how a pattern excludes letters. */
const reference = /(?<!\\)\[\^\d{1,3}\]|(?<=[\p{L}\p{N}.,;:!?)’”"])\[\^[^\]\s]+\]/gu

/** Any name, if the answer has footnotes. */
const named = /(?<!\\)\[\^[^\]\s]+\]/g

/** A number as in an encyclopedia, after the end of a sentence, or a request of its editors. */
const citation =
  /(?<=\p{L}[.,;:!?)”"’])(?:\[\d{1,3}\])+(?=[\s\0]|$|\p{Lu})|(?<=\p{Ll}{3})(?:\[\d{1,3}\]){2,}(?=[\s.,;\0]|$)|\[(?:edit|(?:citation|clarification|verification|additional citations?|page) needed|who\?|when\?)\]/gu

/** A list of sources that has such a number before each. */
const listed = /(?<=^|\n|\0)[ \t]*\[\d{1,3}\][:.]?[ \t]+\S/

export const rule: Rule = {
  name: 'footnote',
  severity: 'warning',
  expects:
    'A reference such as [^1] has its footnote, and none is left over from another text: [1], [citation needed].',
  why: 'Otherwise readers see “[^1]”, left over from a text that had sources.',
  wrong: 'Heat flows.[^1]',
  right: 'Heat flows.[^1]\n\n[^1]: Clausius, 1850.',

  *findInQuestion({ answer }) {
    if (!answer.prose.includes('[')) return
    const hasNotes = answer.list('footnoteDefinition').length > 0
    for (const { index, 0: found } of answer.prose.matchAll(hasNotes ? named : reference)) {
      const message = `There is no footnote ${found}. Add a line “${found}: …” at the end, or remove the reference.`
      yield { at: answer.toFile(index), message }
    }
    if (listed.test(answer.prose)) return
    for (const { index, 0: found } of answer.prose.matchAll(citation)) {
      const message = `${found} is left over from another text, whose sources are not here. Write a footnote for it, [^1], or remove it.`
      yield { at: answer.toFile(index), message }
    }
  },
}
