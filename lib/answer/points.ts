import type GithubSlugger from 'github-slugger'
import type { Element, ElementContent, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { linkWords } from './headings'

/** An item that begins with bold `words`. */
export type Point = { id: string; words: Element }

/** Fewer points do not make an outline. */
const minPoints = 3

/** The words of a point, as text or HTML, without the colon after them. */
export function withoutColon(words: string): string {
  const trimmed = words.trimEnd()
  return /[:：]/.test(trimmed.slice(-1)) ? trimmed.slice(0, -1).trimEnd() : words
}

/** Gives the items that begin with bold words an id derived from those words, if there are enough of them. */
export function arrangePoints(tree: Root, slugger: GithubSlugger): Map<Element, Point> {
  const items = tree.children.flatMap((list) => (isElement(list, 'ol') || isElement(list, 'ul') ? list.children : []))
  const begun = items.flatMap((item) => {
    const words = isElement(item, 'li') ? getFirstWords(item) : undefined
    return isElement(item, 'li') && words && !isPartOfWord(item, words) ? [{ item, words }] : []
  })
  const points = new Map<Element, Point>()
  if (begun.length < minPoints) return points
  for (const { item, words } of begun) {
    const id = slugger.slug(withoutColon(toText(words)).trim() || 'point')
    item.properties.id = id
    points.set(item, { id, words })
  }
  return points
}

/** Whether an item begins with bold letters inside a word, as in a mnemonic: `**A**CE inhibitors`. */
const isPartOfWord = (item: Element, words: Element) =>
  /\p{Script=Latin}$/u.test(toText(words)) &&
  /^\p{Script=Latin}/u.test(toText(item).trimStart().slice(toText(words).length))

/** Makes the first words of each point a link to it. */
export function linkPoints(points: Iterable<Point>) {
  for (const { id, words } of points) linkWords(words, id)
}

const isElement = (node: ElementContent | Root['children'][number] | undefined, tagName: string): node is Element =>
  node?.type === 'element' && node.tagName === tagName

/** The bold words that an item or a paragraph begins with. */
export function getFirstWords({ children }: Element): Element | undefined {
  const first = children.find((node) => node.type !== 'text' || node.value.trim() !== '')
  if (isElement(first, 'p')) return getFirstWords(first)
  return isElement(first, 'strong') ? first : undefined
}
