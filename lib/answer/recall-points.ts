import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { isChoiceList } from './choices'
import { toFirstSentence } from './first-sentence'
import { getFirstWords, trailingColon } from './points'

/** One point says no more than the question. */
const fewestPoints = 2

/** Of more than these nobody recalls one by one: the headings above them are what is asked. */
const mostPoints = 12

/** Headings and labels of what frames an answer and is no part of it. */
const frame =
  /^(?:(?:in |final |brief |quick |key |further |additional )?(?:introduction|overview|background|conclusions?|concluding remarks|summary(?: of .+)?|recap|takeaways?|notes?|references?|sources?|reading|resources|see also|answer|solution|points|steps|thoughts)|footnotes|check yourself|(?:worked |practical )?examples?(?: \S+|:.*)?)$/i

/** Bold words that name no thing. */
const bareLabel = /^(?:(?:step|part|point|stage|phase|case|reason|option)\s)?(?:\d+|[a-z]|[ivx]+)?[.):]?$/i

/** A number that a heading begins with: a list of points has its own. */
const number = /^\d+[.)]\s+/

/** A part of an answer; a `parent` has headings below its own. */
type Section = { heading: Element | undefined; depth: number; bold: Element[]; plain: Element[]; parent: boolean }
type Point = { element: Element; heading: Element | undefined }

/**
 * The points that an answer makes, in order, as HTML without links; the nth is marked in the tree by `data-point`. They
 * are its items and paragraphs that begin with bold words, and the headings that have none below them; else its items.
 * None where it is told in sentences alone.
 */
export function listRecallPoints(tree: Root, toHtml: (words: Element) => string): string[] {
  const sections = listSections(tree).filter(({ heading }) => !heading || !frame.test(toName(heading)))
  const points = choosePoints(sections).filter(({ element }) => !frame.test(toName(element)))
  if (points.length < fewestPoints) return []
  const names = points.map(({ element }) => toName(element))
  const areAlike = new Set(names).size < names.length
  const toWords = (element: Element) => toHtml(toLabel(element)).replace(number, '').replace(trailingColon, '')
  return points.map(({ element, heading }, index) => {
    element.properties.dataPoint = String(index)
    return areAlike && heading && heading !== element ? `${toWords(heading)}: ${toWords(element)}` : toWords(element)
  })
}

function choosePoints(sections: Section[]): Point[] {
  const toPoints = (elements: Element[], heading?: Element) => elements.map((element) => ({ element, heading }))
  const headings = sections.flatMap(({ heading, parent }) => (heading && !parent ? [heading] : []))
  const points = sections.flatMap(({ heading, bold, parent }) =>
    toPoints(bold.length > 0 || !heading || parent ? bold : [heading], heading),
  )
  if (points.length > mostPoints && headings.length >= fewestPoints) return toPoints(headings)
  return points.length >= fewestPoints ? points : sections.flatMap(({ bold, plain }) => toPoints([...bold, ...plain]))
}

function listSections(tree: Root): Section[] {
  const begin = (heading: Element | undefined, depth: number) => ({
    heading,
    depth,
    bold: [],
    plain: [],
    parent: false,
  })
  const sections: Section[] = [begin(undefined, 1)]
  for (const node of tree.children) {
    const last = sections.at(-1) as Section
    if (node.type !== 'element') continue
    const depth = toDepth(node)
    if (depth) {
      last.parent = last.heading !== undefined && depth > last.depth
      sections.push(begin(node, depth))
    } else if (node.tagName === 'p') {
      if (beginsWithLabel(node)) last.bold.push(node)
    } else if ((node.tagName === 'ol' || node.tagName === 'ul') && !isChoiceList(node)) {
      const items = node.children.filter((item): item is Element => item.type === 'element')
      last.bold.push(...items.filter(getFirstWords))
      if (!namesSymbols(items)) last.plain.push(...items.filter((item) => !getFirstWords(item)))
    }
  }
  return sections
}

/** The depth of a heading; a paragraph of nothing but bold words is one below all others. */
function toDepth(element: Element): number | undefined {
  const depth = /^h([2-6])$/.exec(element.tagName)?.[1]
  if (depth) return Number(depth)
  const words = element.tagName === 'p' ? getFirstWords(element) : undefined
  return words && toText(words).trim() === toText(element).trim() ? 7 : undefined
}

/** Whether a paragraph begins as an item does: `**Trade**: …` */
function beginsWithLabel(paragraph: Element): boolean {
  const words = getFirstWords(paragraph)
  if (!words) return false
  const label = toText(words).trim()
  return trailingColon.test(label) || /^\s*[:：–—-]/.test(toText(paragraph).trim().slice(label.length))
}

/** Whether a list says what the letters of a formula mean: its items begin with formulas. */
function namesSymbols(items: Element[]): boolean {
  const begun = items.filter((item) => {
    const first = toFirstSentence(item)[0]
    return first?.type === 'raw'
  })
  return begun.length * 2 > items.length
}

const toName = (element: Element) =>
  toText(getFirstWords(element) ?? element)
    .trim()
    .replace(number, '')
    .replace(trailingColon, '')

function toLabel(element: Element): Element {
  if (/^h[2-6]$/.test(element.tagName)) return element
  const words = getFirstWords(element)
  if (words && !bareLabel.test(toText(words).trim())) return words
  return { type: 'element', tagName: 'span', properties: {}, children: toFirstSentence(element) }
}
