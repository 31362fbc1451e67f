import type GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { walk, walkElements } from './walk'

const isHeading = (element: Element) => /^h[1-6]$/.test(element.tagName)

/**
 * Makes headings start at `h2` (the page has the `h1`) and descend one level at a time, and gives each an id derived from
 * its text. Returns each heading's id and depth.
 */
export function arrangeHeadings(tree: Root, slugger: GithubSlugger): Map<Element, { id: string; depth: number }> {
  const headings = new Map<Element, { id: string; depth: number }>()
  const open: number[] = []
  walkElements(tree, (element) => {
    if (!isHeading(element)) return
    const written = Number(element.tagName[1])
    while ((open.at(-1) ?? 0) >= written) open.pop()
    open.push(written)
    const depth = Math.min(open.length + 1, 6)
    const id = slugger.slug(toText(element).trim() || 'section')
    element.tagName = `h${depth}`
    // The heading of footnotes already has an id.
    if (element.properties.id === undefined) {
      element.properties.id = id
      headings.set(element, { id, depth })
    }
  })
  return headings
}

/** The id that remark gives the heading of the footnotes, and our own, which no heading of an author can have. */
const notesLabel = { given: 'footnote-label', own: 'note:label' }

/** Gives the heading of the footnotes an id that no other heading can have. */
export function labelNotes(tree: Root) {
  walkElements(tree, ({ properties }) => {
    if (properties.id === notesLabel.given) properties.id = notesLabel.own
    if (String(properties.ariaDescribedBy) === notesLabel.given) properties.ariaDescribedBy = [notesLabel.own]
  })
}

/** Makes each heading a link to itself, unless it contains a link already. */
export function linkHeadings(tree: Root) {
  walkElements(tree, (heading) => {
    const { id, className } = heading.properties
    if (isHeading(heading) && className === undefined) linkWords(heading, String(id))
  })
}

/** Makes words a link to an id, unless they contain a link already. */
export function linkWords(words: Element, id: string) {
  let linked = false
  walk(words, (node) => {
    linked ||= node.type === 'element' ? node.tagName === 'a' : node.type === 'raw' && node.value.startsWith('<a ')
  })
  if (linked) return
  const properties = { href: `#${id}` }
  words.children = [{ type: 'element', tagName: 'a', properties, children: words.children }]
}
