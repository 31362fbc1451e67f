import type { Element, Root, RootContent, Text } from 'hast'
import type { Root as MarkdownRoot, Nodes } from 'mdast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { AnswerSource } from '@/lib/core/answer-source'
import { shortenAddresses } from './bare-addresses'
import type { Formula } from './find-formula'
import { removePrefix } from './line-prefix'
import { isDeepAtSight, isTooDeep } from './nesting'
import { pairTags } from './pair-tags'
import { parse } from './parser'
import type { Segment } from './segment'
import { restoreTypes } from './types-in-brackets'

/** Placeholders for formulas while Markdown is parsed: a number between private-use characters, a word to Markdown. */
const open = '\uE000'
const close = '\uE001'
const token = /\uE000(\d+)\uE001/
const tokens = new RegExp(token, 'g')
const privateUse = /[\uE000\uE001]/g

/** GitHub's list of harmless elements; links only to the web, to mail and within the site. */
const schema = {
  ...defaultSchema,
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['https'] },
}

/** Ids of footnotes have a colon, like those of the page's own parts (`page:`), so they never clash with headings. */
const notePrefix = 'note:'

const toHtml = unified().use(remarkRehype, { clobberPrefix: notePrefix }).use(rehypeSanitize, schema).freeze()

/** The answer as a tree of safe HTML, each formula a `raw` node from `renderFormula`; its source if nested too deeply. */
export function parseMarkdown(
  segments: readonly Segment[],
  breaks: AnswerSource['breaks'],
  renderFormula: (formula: Formula) => string,
): Root {
  const markdown = toMarkdown(segments).join('')
  const formulas = listFormulas(segments)
  const parsed = parseTree(markdown, breaks)
  if (parsed && formulas.length > 0) restoreSources(parsed, formulas)
  const tree = parsed ? (toHtml.runSync(parsed) as Root) : toSourceTree(segments)
  insertFormulas(tree, formulas, renderFormula)
  return tree
}

/** The segments as the Markdown parser gets them: formulas as placeholders. */
export function toMarkdown(segments: readonly Segment[]): string[] {
  const numbers = new Map<string, number>()
  return segments.map((segment) => {
    if (segment.kind !== 'math') return segment.text.replace(privateUse, '\uFFFD')
    const name = toName(segment.formula)
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return `${open}${number}${close}`
  })
}

/** The formulas of an answer by their numbers. */
function listFormulas(segments: readonly Segment[]): Formula[] {
  const formulas = new Map<string, Formula>()
  for (const segment of segments) if (segment.kind === 'math') formulas.set(toName(segment.formula), segment.formula)
  return [...formulas.values()]
}

/** Equal formulas get the same placeholder, so that Markdown finds the definition of the link `[$x$]`. */
const toName = ({ source, display, prefix }: Formula) => `${display ? 'display' : 'inline'}${prefix}${source}`

/** The Markdown of an answer as a tree with positions; undefined if nested too deeply. */
export function parseTree(markdown: string, breaks: AnswerSource['breaks'] = 'real'): MarkdownRoot | undefined {
  if (isDeepAtSight(markdown)) return undefined
  try {
    const tree = parse(markdown, breaks)
    if (isTooDeep(tree)) return undefined
    shortenAddresses(tree)
    restoreTypes(tree)
    pairTags(tree)
    return isTooDeep(tree) ? undefined : tree
  } catch (error) {
    // The parser is recursive too.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Shown for an answer that is nested too deeply: its source without comments. */
function toSourceTree(segments: readonly Segment[]): Root {
  const value = toMarkdown(segments.filter(({ kind }) => kind !== 'comment')).join('')
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }],
  }
}

const texts = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const

/** Restores the source of formulas where Markdown cannot have one: in code, addresses, titles and labels. */
function restoreSources(node: Nodes, formulas: Formula[]) {
  const fields = node as Partial<Record<(typeof texts)[number], unknown>>
  if (node.type !== 'text') {
    for (const name of texts) {
      const written = fields[name]
      if (typeof written === 'string' && written.includes(open)) fields[name] = withSources(written, formulas)
    }
  }
  if ('children' in node) for (const child of node.children) restoreSources(child, formulas)
}

const withSources = (text: string, formulas: Formula[]) =>
  text.replace(tokens, (_, number) => {
    const { source, prefix } = formulas[Number(number)] as Formula
    return removePrefix(source, prefix)
  })

function insertFormulas(node: Root | Element, formulas: Formula[], render: (formula: Formula) => string) {
  node.children = node.children.flatMap((child): RootContent[] => {
    if (child.type === 'element') insertFormulas(child, formulas, render)
    if (child.type !== 'text' || !child.value.includes(open)) return [child]
    return child.value.split(token).flatMap((part, index): RootContent[] => {
      if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part } satisfies Text]
      return [{ type: 'raw', value: render(formulas[Number(part)] as Formula) }]
    })
  }) as typeof node.children
}
