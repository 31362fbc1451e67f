import type { Element, Root, Text } from 'hast'
import { toString as toText } from 'hast-util-to-string'

/** Fewer lines may be a wrapped sentence. */
const minLines = 3

/** A longer line belongs to wrapped text. */
const longestLine = 72

/** The end of a paragraph that introduces a list. */
const lead = /\b(?:are|were|includes?|included|following|as follows)\s*:$/

/** A line that may be an item: it begins like one, and does not end a sentence. */
const item = /^[\p{Lu}\p{N}“"‘'].*[^.,;:!?]$/u

/**
 * Wraps the items of a list that was written without markers in elements, and returns them: the short lines at the
 * beginning of a paragraph, after one that ends with “are:”. They look as before.
 */
export function takeListedLines(tree: Root): Element[] {
  const blocks = tree.children.filter((node): node is Element => node.type === 'element')
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    if (block.tagName !== 'p' || before?.tagName !== 'p' || !lead.test(toText(before).trim())) continue
    const items = wrapLines(block)
    if (items.length > 0) return items
  }
  return []
}

function wrapLines({ children }: Element): Element[] {
  const [first] = children
  if (first?.type !== 'text') return []
  const lines = first.value.split('\n')
  // A node that is not text continues the last line.
  const whole = children.length === 1 ? lines : lines.slice(0, -1)
  const end = whole.findIndex((line) => line.length > longestLine || !item.test(line.trim()))
  const listed = end === -1 ? whole : whole.slice(0, end)
  if (listed.length < minLines) return []
  const items = listed.map((line): Element => {
    return { type: 'element', tagName: 'span', properties: {}, children: [toTextNode(line)] }
  })
  const rest = lines.slice(listed.length).map((line) => `\n${line}`)
  const between = items.flatMap((element, index) => (index === 0 ? [element] : [toTextNode('\n'), element]))
  children.splice(0, 1, ...between, toTextNode(rest.join('')))
  return items
}

const toTextNode = (value: string): Text => ({ type: 'text', value })
