import { budget, type Excess } from '@/lib/answer/pool/budget'
import { toPointSources } from '@/lib/answer/pool/list-points'
import type { Match } from '@/lib/core/finding'
import { findCostlyPart } from '../../question/costly-part'
import { findExcess, mayBeCostly } from '../../question/find-excess'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'answer-cost',
  severity: 'error',
  expects: `An answer is laid out within ${budget.time / 1000} seconds and ${budget.output / 1e6} MB of HTML, and so are the points of \`recall\` together.`,
  why: 'A costlier one is shown as its source, so that no file can keep the site busy. Nobody writes one on purpose.',
  wrong: '[a][a][a] (… ten thousand times)\n\n[a]: /an-address-of-thirty-thousand-letters',
  right: 'See [the table of integrals](/learn/mathematics).',

  *findInQuestion(file) {
    if (file.answer.excess) yield toCostMatch(file.answer, file.answer.excess)
    const excess = findExcessOfPoints(file)
    if (excess) {
      const message = `Readers see the source of these points: the list is too much, ${reasons[excess]}. Shorten it.`
      yield { at: file.startOf('recall'), message }
    }
  },
}

/** The points of a question are laid out together, within one budget. */
function findExcessOfPoints({ fields }: QuestionFile): Excess | undefined {
  const points = toPointSources((fields.recall ?? []) as string[])
  const text = points.map((point) => point.text).join('\n')
  return mayBeCostly({ text, breaks: 'real' }) ? findExcess(...points) : undefined
}

const reasons: Record<Excess, string> = {
  time: `it takes longer than ${budget.time / 1000} seconds, or too much memory, to lay out`,
  memory: 'it takes too much memory to lay out',
  output: `it makes more than ${budget.output / 1e6} MB of HTML`,
  failure: 'it cannot be laid out',
}

/** The finding for an answer beyond the budget, at its expensive part. */
export function toCostMatch(answer: QuestionFile['answer'], excess: Excess): Match {
  const { text } = answer.source
  const { start, end } = findCostlyPart(answer.source)
  const kind = /^[ \t>]*(?:`{3,}|~{3,})/.test(text.slice(start, end)) ? 'program' : 'text'
  const whole = start === 0 && end >= text.trimEnd().length
  const part = whole
    ? 'The answer as a whole costs that'
    : `The ${kind} of ${end - start} characters from here costs that`
  return {
    at: answer.toFileFromSource(start),
    message: `Readers see the source of this answer: ${reasons[excess]}. ${part}. Shorten it or take it apart.`,
  }
}
