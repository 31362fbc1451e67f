import type { Excess } from '@/lib/answer/pool/budget'
import { RenderThread } from '@/lib/answer/pool/thread'
import type { AnswerSource } from '@/lib/core/answer-source'

/**
 * Answers up to this many characters are within the budget, unless `costly` matches. The longest real answer has 4,966.
 */
const short = 4_000

/**
 * TeX that defines commands: a few characters of it can make megabytes. And chemistry: mhchem takes seconds for some
 * four thousand characters.
 */
const costly = /\\(?:[egx]?def|(?:re)?newcommand|providecommand|DeclareMathOperator|ce|pu)(?![A-Za-z])/

/** Whether an answer must be rendered to know whether it is within the budget. */
export const mayBeCostly = ({ text }: AnswerSource) => text.length > short || costly.test(text)

let thread: RenderThread | undefined

/** How texts together exceed the budget; undefined if they do not. Renders them in another thread and waits. */
export function findExcess(...sources: AnswerSource[]): Excess | undefined {
  if (!thread || thread.ended) thread = new RenderThread()
  const reply = thread.renderSync(sources)
  return 'excess' in reply ? reply.excess : undefined
}
