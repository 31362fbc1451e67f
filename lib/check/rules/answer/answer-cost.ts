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
  expects: `An answer takes at most ${budget.time / 1000} seconds to render and makes at most ${budget.output / 1e6} MB of HTML; so do the points of \`recall\` together.`,
  why: 'A more expensive answer is shown as its source, so that no file can overload the site. Nobody writes one on purpose.',
  wrong: '[a][a][a] (… ten thousand times)\n\n[a]: /an-address-of-thirty-thousand-letters',
  right: 'See [the table of integrals](/learn/mathematics).',

  *findInQuestion(file) {
    if (file.answer.excess) yield toCostMatch(file.answer, file.answer.excess)
    const excess = findExcessOfPoints(file)
    if (excess) {
      const message = `Readers see the source of these points, because the list is too expensive: ${reasons[excess]}. Shorten it.`
      yield { at: file.startOf('recall'), message }
    }
  },
}

/** The points of a question are rendered together, within one budget. */
function findExcessOfPoints({ fields }: QuestionFile): Excess | undefined {
  const points = toPointSources((fields.recall ?? []) as string[])
  const text = points.map((point) => point.text).join('\n')
  return mayBeCostly({ text, breaks: 'real' }) ? findExcess(...points) : undefined
}

const reasons: Record<Excess, string> = {
  time: `it takes longer than ${budget.time / 1000} seconds, or too much memory, to render`,
  memory: 'it takes too much memory to render',
  output: `it makes more than ${budget.output / 1e6} MB of HTML`,
  failure: 'it cannot be rendered',
}

/** The finding for an answer beyond the budget, at its expensive part. */
export function toCostMatch(answer: QuestionFile['answer'], excess: Excess): Match {
  const { text } = answer.source
  const { start, end } = findCostlyPart(answer.source)
  const kind = /^[ \t>]*(?:`{3,}|~{3,})/.test(text.slice(start, end)) ? 'program' : 'text'
  const whole = start === 0 && end >= text.trimEnd().length
  const part = whole
    ? 'The reason is the answer as a whole'
    : `The reason is the ${kind} of ${end - start} characters that begins here`
  return {
    at: answer.toFileFromSource(start),
    message: `Readers see the source of this answer: ${reasons[excess]}. ${part}. Shorten it or split it up.`,
  }
}
