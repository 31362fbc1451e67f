import type { List, ListItem, Parents } from 'mdast'
import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'

/** An item in the middle of a paragraph, with what the line above it ends with. */
const inParagraph = /([:.;!?…])[ \t]*\n[ \t]*(\d{1,2})[.)][ \t]+(?=\S)/g

/** So many lists of one item, each numbered 1, were meant as one. */
const fewestAlone = 3

export const rule: Rule = {
  name: 'list-number',
  severity: 'warning',
  expects: 'The numbers of a list follow each other, so that readers see those that were written.',
  why: 'Markdown counts from the first number on, whatever the others are, and begins no list below text with any other than 1.',
  wrong: '1. Ice\n2. Water\n4. Steam',
  right: '1. Ice\n2. Water\n3. Steam',

  *findInQuestion({ answer }) {
    for (const list of answer.list('list')) {
      if (list.ordered) yield* findUncounted(answer, list)
    }
    for (const parent of [...answer.list('root'), ...answer.list('blockquote'), ...answer.list('listItem')]) {
      yield* findAlone(answer, parent)
    }
    for (const { start, end } of answer.blocks) {
      const text = answer.markdown.slice(start, end)
      for (const { index, 0: found, 2: number } of text.matchAll(inParagraph)) {
        if (number === '1') continue
        const message = `This is no item of a list: right below text, Markdown begins a list with 1 alone. Write a blank line before ${number}.`
        yield { at: answer.toFile(start + index + found.search(/\d/)), message }
      }
    }
  },
}

const readNumber = (answer: AnswerText, { position }: ListItem) =>
  Number.parseInt(answer.markdown.slice(position?.start.offset, position?.end.offset), 10)

/** The first item whose number is not the one shown. Where all are equal, Markdown is meant to count. */
function* findUncounted(answer: AnswerText, { children }: List): Generator<Match> {
  const numbers = children.map((item) => readNumber(answer, item))
  const [first = 1] = numbers
  if (numbers.every((number) => number === first)) return
  const index = numbers.findIndex((number, place) => number !== first + place)
  const item = children[index]
  if (!item) return
  const message = `Readers see ${first + index} here, not ${numbers[index]}. Number the items one by one, or write “- **${numbers[index]}.** …” where the number says something.`
  yield { at: answer.startOf(item), message }
}

/** Lists of one item each, all numbered 1, with other blocks between them. */
function* findAlone(answer: AnswerText, { children }: Parents): Generator<Match> {
  const alone = children.flatMap((node) =>
    node.type === 'list' && node.ordered && (node.start ?? 1) === 1 ? [node] : [],
  )
  const [, second] = alone
  if (!second || alone.length < fewestAlone || alone.some((list) => list.children.length > 1)) return
  const message =
    'Each of these lists begins with 1 again. Number them on, or indent what is between by three spaces, so that all are one list.'
  yield { at: answer.startOf(second), message }
}
