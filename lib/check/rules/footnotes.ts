import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

/** A number anywhere; other names only behind a word, for `[^a-z]` is also how a pattern excludes letters. */
const reference = /(?<!\\)\[\^\d{1,3}\]|(?<=[\p{L}\p{N}.,;:!?)’”"])\[\^[^\]\s]+\]/gu

/** References to footnotes that are not there. */
export function* checkFootnotes({ answer }: QuestionFile): Generator<Mistake> {
  for (const { index, 0: found } of answer.prose.matchAll(reference)) {
    const message = `There is no footnote ${found}. Add a line “${found}: …” at the end, or remove the reference.`
    yield { at: answer.toFile(index), rule: 'footnote', message }
  }
}
