import type { AnswerText } from './answer-text'

const sentenceEnd = /[.!?:;。！？…][)\]"'”’»*_`]*$/
/** Where another block begins. */
const nextBlock = /\n[ \t>]*(?:\n|(?:[-*+|]|\d{1,9}[.)])[ \t])/

/** Whether the block at an offset of the Markdown is the last one, and ends in the middle of a sentence. */
export function isCutOff({ markdown }: AnswerText, offset: number): boolean {
  const rest = markdown.slice(offset).trimEnd()
  return !nextBlock.test(rest) && !sentenceEnd.test(rest)
}
