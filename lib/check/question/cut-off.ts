import type { AnswerText } from './answer-text'

const sentenceEnd = /[.!?:;。！？…][)\]"'”’»*_`]*$/
/** Where another block begins. */
const nextBlock = /\n[ \t>]*(?:\n|(?:[-*+|]|\d{1,9}[.)])[ \t])/

/** Whether an answer ends in the block with an offset of its Markdown, and in the middle of a sentence. */
export function isCutOff({ markdown }: AnswerText, offset: number): boolean {
  const rest = markdown.slice(offset).trimEnd()
  return !nextBlock.test(rest) && !sentenceEnd.test(rest)
}
