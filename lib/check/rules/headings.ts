import { toString as toText } from 'mdast-util-to-string'
import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

/** What is wrong with the headings of an answer. */
export function* checkHeadings({ answer }: QuestionFile): Generator<Mistake> {
  let before: number | undefined
  for (const heading of answer.list('heading')) {
    const { depth } = heading
    if (toText(heading).trim() === '') {
      yield {
        at: answer.startOf(heading),
        rule: 'heading-empty',
        message: 'This heading has no text. Write one, or remove it.',
      }
    } else if (before !== undefined && depth > before + 1) {
      const message = `This heading has level ${depth}, right below one of level ${before}. Write ${'#'.repeat(before + 1)} instead of ${'#'.repeat(depth)}.`
      yield { at: answer.startOf(heading), rule: 'heading-level', message }
    }
    before = depth
  }
  for (const { index, 0: found, 1: marks = '' } of answer.prose.matchAll(/(?<=^|\n|\0)[ ]*(#{2,6})(?=\p{L})/gu)) {
    const lineStart = answer.markdown.lastIndexOf('\n', index) + 1
    if (answer.markdown.slice(lineStart, index).trim() !== '') continue
    const at = answer.toFile(index + found.length - marks.length)
    const message = `This is no heading yet: a space is missing after ${marks}.`
    yield { at, rule: 'heading-space', message, fix: [{ start: at + marks.length, end: at + marks.length, text: ' ' }] }
  }
}
