import type { Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { parseTree } from '@/lib/answer/markdown'
import type { AnswerSource } from '@/lib/core/answer-source'
import type { AnswerText } from './answer-text'

/** Bold words with spaces inside their stars: where the stars begin and end, in the Markdown, and the words. */
export type SpacedBold = { start: number; end: number; words: string }

/** Two stars and what they can be; free ones have a space on both sides, and `isShown` ones make nothing bold. */
type Stars = { at: number; opens: boolean; closes: boolean; isFree: boolean; isShown: boolean }

/**
 * The bold words of a block that have spaces inside their stars, if its stars can be paired in only one way: each opening
 * one is followed by a closing one. With the spaces removed, these words are bold and no star is left.
 */
export function listSpacedBold(answer: AnswerText, start: number, end: number): SpacedBold[] {
  const { markdown } = answer
  const stars = listStars(answer, start, end)
  if (stars.length % 2 !== 0) return []
  const pairs: SpacedBold[] = []
  for (let index = 0; index < stars.length; index += 2) {
    const [opening, closing] = [stars[index], stars[index + 1]] as [Stars, Stars]
    if (!opening.opens || !closing.closes) return []
    const within = markdown.slice(opening.at + 2, closing.at)
    const words = within.replace(/^ +| +$/g, '')
    if (words !== within && !isSure(markdown, start, opening, closing, words)) return []
    pairs.push({ start: opening.at, end: closing.at + 2, words })
  }
  const shown = stars.filter(({ isShown }) => isShown).length
  const spaced = pairs.filter((pair) => pair.end - pair.start !== pair.words.length + 4)
  return spaced.length > 0 && isBoldOnce(markdown.slice(start, end), start, pairs, shown, answer.source.breaks)
    ? spaced
    : []
}

const opensText = /[([{«“‘„¿¡]/
const endsText = /[.,;:!?)\]}»”’…]/

/** The double stars of a block, with what each can be; if the parser made bold words of them, that is certain. */
function listStars(answer: AnswerText, start: number, end: number): Stars[] {
  const { markdown, prose } = answer
  const bold = answer.list('strong').map(({ position }) => position)
  const openings = new Set(bold.map((position) => position?.start.offset))
  const closings = new Set(bold.map((position) => (position?.end.offset ?? 0) - 2))
  return [...markdown.slice(start, end).matchAll(/(?<![\\*])\*\*(?!\*)/g)].flatMap(({ index }) => {
    const at = start + index
    const isOpening = openings.has(at)
    const isClosing = closings.has(at)
    if (isOpening || isClosing) return [{ at, opens: isOpening, closes: isClosing, isFree: false, isShown: false }]
    return prose.startsWith('**', at) ? [toStars(at, markdown.slice(start, at), markdown.slice(at + 2, end))] : []
  })
}

function toStars(at: number, textBefore: string, textAfter: string): Stars {
  const before = textBefore.at(-1) ?? ''
  const after = textAfter[0] ?? ''
  const isFreeBefore = /^\s?$/.test(before)
  const isFreeAfter = /^\s?$/.test(after)
  const isFree = isFreeBefore && isFreeAfter
  if (isFree) return { at, opens: after !== '', closes: textBefore.trim() !== '', isFree, isShown: true }
  return {
    at,
    opens: (isFreeBefore && !endsText.test(after)) || opensText.test(before),
    closes: (isFreeAfter && !opensText.test(before)) || endsText.test(after),
    isFree,
    isShown: true,
  }
}

/** Whether stars with spaces are meant as such: on one line, around words, and not a power as in `base ** exponent`. */
function isSure(markdown: string, start: number, opening: Stars, closing: Stars, words: string): boolean {
  if (words.includes('\n') || !/\p{L}{2}|\p{Script=Han}/u.test(words) || words.startsWith('kwargs')) return false
  if (!opening.isFree || !closing.isFree) return true
  const before = markdown.slice(start, opening.at)
  const after = markdown.slice(closing.at + 2)
  return (
    /(?:\p{L}{2}[,;:.!?]?\s|^\s*)$/u.test(before) && /^\p{L}{2}/u.test(words) && /^(?:\s\p{L}|\s*$|\s*\n)/u.test(after)
  )
}

/** Whether exactly these words are bold once the spaces are removed, and only stars disappear from the text. */
function isBoldOnce(
  block: string,
  start: number,
  pairs: readonly SpacedBold[],
  shown: number,
  breaks: AnswerSource['breaks'],
): boolean {
  const ranges: { start: number; end: number }[] = []
  let [fixed, at] = ['', 0]
  for (const pair of pairs) {
    fixed += block.slice(at, pair.start - start)
    ranges.push({ start: fixed.length, end: fixed.length + pair.words.length + 4 })
    fixed += `**${pair.words}**`
    at = pair.end - start
  }
  const [before, after] = [block, fixed + block.slice(at)].map((text) => parseTree(text, breaks))
  if (!before || !after) return false
  const [bare, fixedBare] = [toBare(before), toBare(after)]
  return (
    JSON.stringify(listBold(after)) === JSON.stringify(ranges) &&
    bare.length - fixedBare.length === 2 * shown &&
    bare.replaceAll('*', '') === fixedBare.replaceAll('*', '')
  )
}

const toBare = (tree: Nodes) => toText(tree).replace(/\s/g, '')

const listBold = (node: Nodes): { start: number; end: number }[] => [
  ...(node.type === 'strong' ? [{ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }] : []),
  ...('children' in node ? node.children.flatMap(listBold) : []),
]
