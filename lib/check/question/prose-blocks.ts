import type { AnswerText } from './answer-text'

/** A block of running text: a paragraph, a heading or a cell. `start` is its offset in the Markdown. */
export const listProseBlocks = (answer: AnswerText): { text: string; start: number }[] =>
  [...answer.list('paragraph'), ...answer.list('heading'), ...answer.list('tableCell')].map(({ position }) => {
    const start = position?.start.offset ?? 0
    return { start, text: answer.prose.slice(start, position?.end.offset) }
  })
