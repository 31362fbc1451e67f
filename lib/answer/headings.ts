import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { walk, walkElements } from './walk'

/** A heading of an answer: the id to link to, its depth from 2, and its content as HTML that is allowed in a link. */
export type Heading = { id: string; depth: number; html: string }

const isHeading = (element: Element) => /^h[1-6]$/.test(element.tagName)

/**
 * Makes headings start at `h2` (the page has the `h1`) and descend one level at a time, and derives each one's id from
 * its text. Returns them in order.
 */
export function arrangeHeadings(tree: Root, toHtml: (element: Element) => string): Heading[] {
  const slugger = new GithubSlugger()
  const headings: Heading[] = []
  const open: number[] = []
  walkElements(tree, (element) => {
    if (!isHeading(element)) return
    const written = Number(element.tagName[1])
    while ((open.at(-1) ?? 0) >= written) open.pop()
    open.push(written)
    const depth = Math.min(open.length + 1, 6)
    const id = slugger.slug(toText(element).trim() || 'section')
    element.tagName = `h${depth}`
    // A footnote section brings its heading and id with it.
    if (element.properties.id === undefined) {
      element.properties.id = id
      headings.push({ id, depth, html: toHtml(element) })
    }
  })
  return headings
}

/** The id that Markdown gives to the heading of the footnotes, and the one it gets: no heading of an author can have it. */
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
    if (!isHeading(heading) || className !== undefined) return
    let linked = false
    walk(heading, (node) => {
      linked ||= node.type === 'element' ? node.tagName === 'a' : node.type === 'raw' && node.value.startsWith('<a ')
    })
    if (linked) return
    const properties = { href: `#${id}` }
    heading.children = [{ type: 'element', tagName: 'a', properties, children: heading.children }]
  })
}
