import type { Element, ElementContent, Root } from 'hast'
import { walkElements } from './walk'

/**
 * Our kinds of callouts, each with the names that GitHub (https://docs.github.com/en/get-started/writing-on-github,
 * alerts), Obsidian (https://help.obsidian.md/callouts) and Material for MkDocs use.
 */
const kinds: Record<string, string[]> = {
  note: ['note', 'info', 'todo', 'abstract', 'summary', 'tldr', 'example', 'question', 'help', 'faq', 'quote', 'cite'],
  tip: ['tip', 'hint', 'success', 'check', 'done'],
  important: ['important'],
  warning: ['warning', 'attention'],
  caution: ['caution', 'danger', 'error', 'bug', 'failure', 'fail', 'missing'],
}

const kindOf = new Map(Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name, kind])))

/** The names of callouts, in lower case. */
export const calloutNames: readonly string[] = [...kindOf.keys()]

/** `[!NOTE]` at the beginning of a quote, with what Obsidian allows: other words, `|` with metadata, and a fold mark. */
const marker = /^\s*\[!(\p{L}[\p{L}\p{N} _-]{0,39})(?:\|[^\]\n]*)?\]([-+]?)[ \t]*/u

/**
 * Turns quotes that begin with `[!NOTE]` or another word into callouts. The rest of the line is the title; a fold mark
 * (`[!NOTE]-`, or `+` for an open one) makes the callout a `<details>`.
 */
export function makeCallouts(tree: Root) {
  walkElements(tree, (quote) => {
    if (quote.tagName !== 'blockquote') return
    const first = quote.children.find((child): child is Element => child.type === 'element')
    const text = first?.children[0]
    const [mark, name = '', fold] = (first?.tagName === 'p' && text?.type === 'text' && marker.exec(text.value)) || []
    if (!first || text?.type !== 'text' || mark === undefined) return
    text.value = text.value.slice(mark.length)
    const { title, rest } = splitLine(first.children)
    first.children = rest
    const kind = kindOf.get(name.toLowerCase()) ?? 'note'
    quote.tagName = fold ? 'details' : 'div'
    quote.properties = {
      className: ['callout', `callout-${kind}`],
      ...(fold ? { open: fold === '+' } : { role: 'note' }),
    }
    quote.children = [
      {
        type: 'element',
        tagName: fold ? 'summary' : 'p',
        properties: { className: ['callout-title'] },
        children: title.length > 0 ? title : [{ type: 'text', value: toTitle(name) }],
      },
      ...quote.children.filter((child) => child !== first || rest.length > 0),
    ]
  })
}

const toTitle = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()

/** The first line of a paragraph, and the rest. */
function splitLine(nodes: ElementContent[]): { title: ElementContent[]; rest: ElementContent[] } {
  const end = nodes.findIndex((node) => (node.type === 'text' ? node.value.includes('\n') : isBreak(node)))
  const last = nodes[end]
  if (!last) return { title: withText(nodes), rest: [] }
  // After a hard break there is a line break too.
  if (last.type !== 'text') return { title: withText(nodes.slice(0, end)), rest: nodes.slice(end + 2) }
  const at = last.value.indexOf('\n')
  const before = { ...last, value: last.value.slice(0, at).trimEnd() }
  const after = { ...last, value: last.value.slice(at + 1) }
  return { title: withText([...nodes.slice(0, end), before]), rest: withText([after, ...nodes.slice(end + 1)]) }
}

const isBreak = (node: ElementContent) => node.type === 'element' && node.tagName === 'br'

const withText = (nodes: ElementContent[]) => nodes.filter((node) => node.type !== 'text' || node.value !== '')
