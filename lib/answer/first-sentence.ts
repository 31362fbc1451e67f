import type { Element, ElementContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { abbreviation, longestAbbreviation } from './abbreviation'

const blocks = new Set(['ul', 'ol', 'p', 'pre', 'blockquote', 'table', 'div'])

/** Where a sentence may end in the middle of a text. */
const ends = /[.!?][”"’)\]]*(?=\s+\p{Lu})/gu

/** The beginning of a rendered display formula: drawn, as TeX, and as MathML. */
const displayed = /^<span class="formula"|^\\\[|^<(?:span id="[^"]*"><)?math [^>]*display="block"/

/** The beginning of an item or paragraph, up to the end of its first sentence or to the first block or display formula. */
export function toFirstSentence({ children }: Element): ElementContent[] {
  const first = children.find((node) => node.type !== 'text' || node.value.trim() !== '')
  if (first?.type === 'element' && first.tagName === 'p') return toFirstSentence(first)
  const sentence: ElementContent[] = []
  let begun = false
  for (const node of children) {
    if (begun && isSetApart(node)) break
    const end = node.type === 'text' ? findEnd(node.value) : undefined
    if (node.type === 'text' && end !== undefined) return [...sentence, { ...node, value: node.value.slice(0, end) }]
    begun ||= node.type === 'raw' || toText(node).trim() !== ''
    if (begun) sentence.push(node)
  }
  return sentence
}

function findEnd(text: string): number | undefined {
  for (const { 0: mark, index } of text.matchAll(ends)) {
    const before = text.slice(Math.max(0, index + 1 - longestAbbreviation), index + 1)
    if (!abbreviation.test(before)) return index + mark.length
  }
  return undefined
}

export const isSetApart = (node: ElementContent) =>
  (node.type === 'element' && blocks.has(node.tagName)) || (node.type === 'raw' && displayed.test(node.value))
