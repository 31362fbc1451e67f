import type { Element, Nodes, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { isChoiceList } from './choices'
import { toFirstSentence } from './first-sentence'
import { getFirstWords } from './points'
import { isClosing, isExample, isFrame, isLead, leadsToExample } from './recall-names'

/**
 * A section of an answer: its paragraphs and items that begin with bold words (`bold`), its other items (`plain`), and
 * roughly how many letters it has. A `parent` has deeper headings after its own.
 */
export type Section = {
  heading: Element | undefined
  depth: number
  bold: Element[]
  plain: Element[]
  parent: boolean
  letters: number
}

/** A formula counts as a few words. */
const lettersOfFormula = 20

/** Illustrations of what the text says, and footnotes, which do not count. */
const uncounted = new Set(['pre', 'table', 'section'])

/** The sections of an answer that do not frame it. Those below the heading of an example belong to the example. */
export function listSections(tree: Root): Section[] {
  let exampleDepth = Number.POSITIVE_INFINITY
  const sections = divide(tree).filter(({ heading, depth }) => {
    if (depth > exampleDepth) return false
    exampleDepth = heading && isExample(heading) ? depth : Number.POSITIVE_INFINITY
    return !heading || !isFrame(heading)
  })
  for (const [index, section] of sections.entries()) {
    section.parent = section.heading !== undefined && (sections[index + 1]?.depth ?? 0) > section.depth
  }
  return sections
}

function divide(tree: Root): Section[] {
  const sections = [toSection(undefined, 1)]
  let before: Element | undefined
  for (const node of tree.children) {
    if (node.type !== 'element') continue
    const last = sections.at(-1) as Section
    const depth = toDepth(node)
    if (!depth) addBlock(last, node, before !== undefined && leadsToExample(before))
    else if (!isLead(node)) sections.push(toSection(node, depth))
    else if (!last.heading || depth <= last.depth) sections.push(toSection(undefined, depth))
    before = node
  }
  return sections
}

const toSection = (heading: Element | undefined, depth: number): Section => ({
  heading,
  depth,
  bold: [],
  plain: [],
  parent: false,
  letters: 0,
})

function addBlock(section: Section, node: Element, isExample: boolean) {
  if (!isClosing(node)) section.letters += countLetters(node)
  const items = node.tagName === 'p' ? [node] : isExample ? [] : listItems(node)
  const own = items.filter((item) => !isFrame(item))
  section.bold.push(...own.filter(getFirstWords))
  if (node.tagName !== 'p' && !namesSymbols(items)) section.plain.push(...own.filter((item) => !getFirstWords(item)))
}

function listItems(list: Element): Element[] {
  if ((list.tagName !== 'ol' && list.tagName !== 'ul') || isChoiceList(list)) return []
  return list.children.filter((item): item is Element => item.type === 'element')
}

/** Roughly how many letters of words and formulas something has. */
export function countLetters(node: Nodes): number {
  if (node.type === 'raw') return lettersOfFormula
  if (node.type === 'text') return node.value.length
  if (node.type === 'element' && uncounted.has(node.tagName)) return 0
  return 'children' in node ? node.children.reduce((letters, child) => letters + countLetters(child), 0) : 0
}

/** The depth of a heading; a paragraph of bold words only counts as one, below all others. */
function toDepth(element: Element): number | undefined {
  const depth = /^h([2-6])$/.exec(element.tagName)?.[1]
  if (depth) return Number(depth)
  const words = element.tagName === 'p' ? getFirstWords(element) : undefined
  return words && toText(words).trim() === toText(element).trim() ? 7 : undefined
}

/** Whether a list explains the symbols of a formula: its items begin with formulas. */
function namesSymbols(items: Element[]): boolean {
  const defined = items.filter((item) => toFirstSentence(item)[0]?.type === 'raw')
  return defined.length * 2 > items.length
}
