import type { Mistake } from '@/lib/content/finding'
import type { QuestionFile } from '../question-file'

/** References to footnotes that are not there. */
export function* checkFootnotes({ answer }: QuestionFile): Generator<Mistake> {
  for (const { index, 0: found } of answer.prose.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g)) {
    const message = `There is no footnote ${found}. Add a line “${found}: …” at the end, or remove the reference.`
    yield { at: answer.toFile(index), rule: 'footnote', message }
  }
}
