import type { Element, Root } from 'hast'
import { toFirstSentence } from './first-sentence'
import { getFirstWords, withoutColon } from './points'
import { findDefinition } from './recall-definition'
import { takeListedLines } from './recall-lines'
import { isAside, isCommon, isLabel, leadingNumber } from './recall-names'
import { listPointParagraphs } from './recall-paragraphs'
import { countLetters, listSections, type Section } from './recall-sections'

/** A single point says no more than the question. */
const minPoints = 2

/** Nobody recalls more than this many one by one: then the headings above them are used. */
const maxPoints = 15

/** Points must cover this share of an answer, or else they miss what it says; long points (`atLength` letters) a fifth. */
const smallestPart = 1 / 3
const smallestPartAtLength = 1 / 5
const atLength = 150

/** A short point counts as at least a line of text. */
const lettersOfName = 60

type Point = { element: Element; heading?: Element | undefined }

/**
 * The points that an answer makes, in order, as HTML without links; the nth is marked in the tree with `data-point`. They
 * are its items and paragraphs that begin with bold words, and the headings without any below them; else its items. If
 * the answer begins with a definition, that is the first. An answer without marks may have points in the lines of a list,
 * or in its paragraphs. Empty if they would miss what the answer says.
 */
export function listRecallPoints(tree: Root, toHtml: (words: Element) => string): string[] {
  const toWords = (element: Element) => withoutColon(toHtml(toLabel(element)).trim().replace(leadingNumber, ''))
  const points = choosePoints(tree).map((point) => ({ ...point, words: toWords(point.element) }))
  const areAlike = new Set(points.map(({ words }) => words)).size < points.length
  const named = new Map<string, Element>()
  for (const { element, heading, words } of points) {
    const name = areAlike && heading && heading !== element ? `${toWords(heading)}: ${words}` : words
    if (words !== '' && !named.has(name)) named.set(name, element)
  }
  const names = [...named.keys()]
  if (names.length < minPoints || names.every(isCommon)) return []
  for (const [index, element] of [...named.values()].entries()) element.properties.dataPoint = String(index)
  return names
}

function choosePoints(tree: Root): Point[] {
  const all = listSections(tree)
  const others = all.filter(({ heading, bold }) => !heading || bold.length > 0 || !isAside(heading))
  const sections = chooseMarked(others).length < minPoints ? all : others
  const points = chooseMarked(sections)
  if (points.length >= minPoints) {
    if (!areLargePart(points, sections)) return []
    const definition = findDefinition(tree)
    return definition ? [{ element: definition }, ...points] : points
  }
  const lines = takeListedLines(tree)
  return (lines.length > 0 ? lines : listPointParagraphs(tree)).map((element) => ({ element }))
}

/** The points that the author marked: headings, bold words and items. */
function chooseMarked(sections: Section[]): Point[] {
  const toPoints = (elements: Element[], heading?: Element) => elements.map((element) => ({ element, heading }))
  const headings = sections.flatMap(({ heading, parent }) => (heading && !parent ? toPoints([heading], heading) : []))
  const points = sections.flatMap(({ heading, bold, parent }) =>
    toPoints(bold.length > 0 || !heading || parent ? bold : [heading], heading),
  )
  if (points.length > maxPoints && headings.length >= minPoints) return headings
  return points.length >= minPoints ? points : sections.flatMap(({ bold, plain }) => toPoints([...bold, ...plain]))
}

/**
 * Whether points are a large part of the sections that have them, and headings not just parts that follow the answer. The
 * text below a heading belongs to its point.
 */
function areLargePart(points: Point[], sections: Section[]): boolean {
  const chosen = new Set(points.map(({ element }) => element))
  let all = 0
  let listed = 0
  const beginning = sections[0]?.heading ? 0 : (sections[0]?.letters ?? 0)
  for (const { heading, bold, plain, letters } of sections) {
    const own = [...bold, ...plain].filter((element) => chosen.has(element))
    const isWhole = (heading && chosen.has(heading)) || own.some(({ tagName }) => tagName === 'p')
    all += letters
    listed += isWhole ? letters : own.reduce((sum, item) => sum + Math.max(countLetters(item), lettersOfName), 0)
  }
  const areHeadings = points.every(({ element, heading }) => element === heading)
  if (areHeadings && beginning > all * smallestPart) return false
  return listed >= all * (listed < points.length * atLength ? smallestPart : smallestPartAtLength)
}

function toLabel(element: Element): Element {
  if (/^h[2-6]$/.test(element.tagName)) return element
  const words = getFirstWords(element)
  if (words && !isLabel(words)) return words
  return { type: 'element', tagName: 'span', properties: {}, children: toFirstSentence(element) }
}
