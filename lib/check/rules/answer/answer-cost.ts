import { budget, type Excess } from '@/lib/answer/pool/budget'
import type { Match } from '@/lib/core/finding'
import { findCostlyPart } from '../../question/costly-part'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'answer-cost',
  severity: 'error',
  expects: `An answer is laid out within ${budget.time / 1000} seconds and ${budget.output / 1e6} MB of HTML.`,
  why: 'A costlier one is shown as its source, so that no file can keep the site busy. Nobody writes one on purpose.',
  wrong: '[a][a][a] (… ten thousand times)\n\n[a]: /an-address-of-thirty-thousand-letters',
  right: 'See [the table of integrals](/learn/mathematics).',

  *findInQuestion({ answer }) {
    if (answer.excess) yield toCostMatch(answer, answer.excess)
  },
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
