import type { AnswerText } from '../../question/answer-text'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

/** A number or mark with a word, or the box of a task, right after it. A word in bold is masked. */
const item = /^[ \t]*(?:(\d{1,2})[.)]|[-*+])(?=\p{L}|\0|\[[ xX]\] )/u

/** The box of a task without the space inside it. */
const emptyBox = /^\[\](?=[ \t]+\S)/

export const rule: Rule = {
  name: 'list-space',
  severity: 'warning',
  fix: 'adds the spaces',
  expects: 'There is a space between the number or mark of a list and its text.',
  why: 'Without it, Markdown does not make a list: all lines run into one paragraph.',
  wrong: '1.First\n2.Second',
  right: '1. First\n2. Second',

  *findInQuestion(file) {
    const { answer } = file
    const boxes = listEmptyBoxes(answer)
    if (boxes.length > 1) {
      const fix = toAllEdits(boxes.map((at) => toPlainEdit(file, at + 1, at + 1, ' ')))
      const message = `These ${boxes.length} task boxes are not boxes yet: a space is missing in each. Write [ ].`
      yield { at: answer.toFile(boxes[0] as number), message, fix }
    }
    for (const { text, start } of answer.blocks) {
      if (!text.includes('\n')) continue
      const items = listItems(text)
      if (items.length < 2 || !isList(items, text)) continue
      const fix = toAllEdits(items.map(({ end }) => toPlainEdit(file, start + end, start + end, ' ')))
      const message = `These ${items.length} lines are not a list yet: a space is missing after each number or mark.`
      yield { at: answer.toFile(start + (items[0]?.start ?? 0)), message, fix }
    }
  },
}

/** Where items begin with a task box that has no space in it; offsets in the Markdown. */
const listEmptyBoxes = (answer: AnswerText) =>
  answer.list('listItem').flatMap(({ children: [first] }) => {
    const start = first?.position?.start.offset
    return start !== undefined && emptyBox.test(answer.prose.slice(start, start + 200)) ? [start] : []
  })

type Item = { start: number; end: number; number: number | undefined }

/** The lines of a block that look like items; offsets in the block. */
function listItems(text: string): Item[] {
  let at = 0
  return text.split('\n').flatMap((line) => {
    const start = at
    at += line.length + 1
    const found = item.exec(line)
    if (!found) return []
    const number = found[1] === undefined ? undefined : Number(found[1])
    return [{ start: start + line.search(/\S/), end: start + found[0].length, number }]
  })
}

/** Whether numbers follow each other, or each line of a block begins with a mark. */
function isList(items: readonly Item[], text: string): boolean {
  const first = items[0]?.number
  if (first === undefined)
    return items.length === text.split('\n').length && items.every(({ number }) => number === undefined)
  return items.every(({ number }, index) => number === first + index)
}
