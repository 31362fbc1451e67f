import type { List, ListItem, Parents } from 'mdast'
import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'

/** A line in the middle of a paragraph that looks like an item, and the end of the line above it. */
const inParagraph = /([:.;!?…])[ \t]*\n[ \t]*(\d{1,2})[.)][ \t]+(?=\S)/g

/** This many lists with one item each, all numbered 1, were meant as one list. */
const minAlone = 3

export const rule: Rule = {
  name: 'list-number',
  severity: 'warning',
  expects: 'The numbers of a list are consecutive, so that readers see the numbers that were written.',
  why: 'Markdown counts up from the first number, whatever the others are, and right below text a list can only begin with 1.',
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
        const message = `This is not an item of a list: right below text, a list can only begin with 1. Leave a blank line before ${number}.`
        yield { at: answer.toFile(start + index + found.search(/\d/)), message }
      }
    }
  },
}

const readNumber = (answer: AnswerText, { position }: ListItem) =>
  Number.parseInt(answer.markdown.slice(position?.start.offset, position?.end.offset), 10)

/** The first item whose number differs from the one shown. If all are equal, Markdown is meant to count. */
function* findUncounted(answer: AnswerText, { children }: List): Generator<Match> {
  const numbers = children.map((item) => readNumber(answer, item))
  const [first = 1] = numbers
  if (numbers.every((number) => number === first)) return
  const index = numbers.findIndex((number, place) => number !== first + place)
  const item = children[index]
  if (!item) return
  const message = `Readers see ${first + index} here, not ${numbers[index]}. Number the items consecutively, or write “- **${numbers[index]}.** …” if the number matters.`
  yield { at: answer.startOf(item), message }
}

/** Lists of one item each, all numbered 1, with other blocks between them. */
function* findAlone(answer: AnswerText, { children }: Parents): Generator<Match> {
  const alone = children.flatMap((node) =>
    node.type === 'list' && node.ordered && (node.start ?? 1) === 1 ? [node] : [],
  )
  const [, second] = alone
  if (!second || alone.length < minAlone || alone.some((list) => list.children.length > 1)) return
  const message =
    'Each of these lists begins with 1 again. Continue the numbers, or indent what is between the items by three spaces to make them one list.'
  yield { at: answer.startOf(second), message }
}
