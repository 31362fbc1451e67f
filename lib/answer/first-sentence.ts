import type { Element, ElementContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'

const blocks = new Set(['ul', 'ol', 'p', 'pre', 'blockquote', 'table', 'div'])

/** Where a sentence ends within a text that goes on. */
const end = /[.!?](?=\s+\p{Lu})/u

/** What an item or a paragraph begins with, up to the end of its first sentence, or to what is set apart. */
export function toFirstSentence({ children }: Element): ElementContent[] {
  const first = children.find((node) => node.type !== 'text' || node.value.trim() !== '')
  if (first?.type === 'element' && first.tagName === 'p') return toFirstSentence(first)
  const sentence: ElementContent[] = []
  let begun = false
  for (const node of children) {
    if (begun && isSetApart(node)) break
    const at = node.type === 'text' ? end.exec(node.value)?.index : undefined
    if (node.type === 'text' && at !== undefined) return [...sentence, { ...node, value: node.value.slice(0, at + 1) }]
    begun ||= node.type === 'raw' || toText(node).trim() !== ''
    if (begun) sentence.push(node)
  }
  return sentence
}

const isSetApart = (node: ElementContent) =>
  (node.type === 'element' && blocks.has(node.tagName)) ||
  (node.type === 'raw' && node.value.includes('class="formula"'))
