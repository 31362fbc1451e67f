import type { Excess } from '@/lib/answer/pool/budget'
import { RenderThread } from '@/lib/answer/pool/thread'
import type { AnswerSource } from '@/lib/core/answer-source'

/**
 * Answers with up to this many characters are within the budget, unless `costly` matches. The longest real one has 4,966.
 */
const short = 4_000

/**
 * TeX that defines commands, because a few characters of it can make megabytes; and chemistry, because mhchem takes
 * seconds for four thousand characters.
 */
const costly = /\\(?:[egx]?def|(?:re)?newcommand|providecommand|DeclareMathOperator|ce|pu)(?![A-Za-z])/

/** Whether an answer must be rendered to know whether it is within the budget. */
export const mayBeCostly = ({ text }: AnswerSource) => text.length > short || costly.test(text)

let thread: RenderThread | undefined

/** Which budget some texts exceed together; undefined if they do not. Renders them in another thread and waits. */
export function findExcess(...sources: AnswerSource[]): Excess | undefined {
  if (!thread || thread.ended) thread = new RenderThread()
  const reply = thread.renderSync(sources)
  return 'excess' in reply ? reply.excess : undefined
}
