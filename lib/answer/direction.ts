import type { Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { walk, walkElements } from './walk'

const blocks = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'th', 'td'])
const rightToLeft = /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu
const hasRightToLeft = /[\u0590-\u08FF]/
const letter = /\p{L}/gu

/**
 * Sets the direction of blocks most of whose letters are Hebrew or Arabic, so that punctuation and list markers are on the
 * side where readers expect them. A word of these languages in an English sentence needs nothing.
 */
export function setDirection(tree: Root) {
  if (!hasRightToLeft.test(toText(tree))) return
  walkElements(tree, (element) => {
    if (!blocks.has(element.tagName)) return
    const text = toText(element)
    if (count(text, rightToLeft) * 2 > count(text, letter)) element.properties.dir = 'rtl'
  })
}

/**
 * Keeps formulas and programs left-to-right among such words, as the site's style sheet does (app/styles/base.css).
 * Books may not do that in CSS (EPUB 3.3, "CSS content restrictions").
 */
export function isolateFormulas(tree: Root) {
  if (!hasRightToLeft.test(toText(tree))) return
  walk(tree, (node, index, parent) => {
    if (node.type === 'raw')
      parent.children[index] = { type: 'element', tagName: 'bdi', properties: { dir: 'ltr' }, children: [node] }
    else if (node.type === 'element' && /^(?:code|pre)$/.test(node.tagName)) node.properties.dir = 'ltr'
  })
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
