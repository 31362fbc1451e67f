import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

/** An answer whose parts stand so deep in each other that it is shown as its source. */
export function* checkNesting({ answer }: QuestionFile): Generator<Mistake> {
  if (!answer.isTooDeep) return
  const message =
    'Lists, quotes or marks stand a hundred levels deep in each other, so readers see their source. Take some out.'
  yield { at: answer.toFile(answer.markdown.search(/\S/)), rule: 'answer-nesting', message }
}
