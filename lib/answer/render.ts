import type { Element, ElementContent, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { AnswerSource } from '@/lib/core/answer-source'
import { countWords } from '@/lib/core/count-words'
import { escapeHtml } from '@/lib/core/escape-html'
import { makeCallouts } from './callouts'
import { makeChoices } from './choices'
import { setDirection } from './direction'
import { readFenceInfo } from './fence-info'
import { AnswerFormulas } from './formula/answer-formulas'
import { chemistry } from './formula/render-tex'
import { toFormulaHtml } from './formula/to-html'
import { type FormulaFont, listFormulaFonts } from './formula-fonts'
import { labelNotes, linkHeadings } from './headings'
import { highlight } from './highlight'
import { parseMarkdown } from './markdown'
import { arrangeOutline, type OutlineEntry } from './outline'
import { holdPunctuation } from './punctuation'
import { listRecallPoints } from './recall-points'
import { listFormulas, scanAnswer } from './scan'
import { foldSolutions } from './solutions'
import { walkElements } from './walk'

/** A rendered answer. `html` is safe: what the author wrote is escaped or sanitized. */
export type RenderedAnswer = {
  html: string
  outline: OutlineEntry[]
  /** The points that it makes, as HTML without links: the nth is marked in `html` with `data-point="n"`, from 0. */
  points: string[]
  words: number
  /** The fonts of its formulas; empty if it has none. */
  formulaFonts: FormulaFont[]
  hasCode: boolean
}

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze()

/** Renders an answer on the server: Markdown, formulas with KaTeX, programs with Shiki. */
export async function renderAnswer(source: AnswerSource): Promise<RenderedAnswer> {
  const segments = scanAnswer(source)
  if (chemistry.test(source.text)) await import('katex/contrib/mhchem')
  const formulas = new AnswerFormulas(listFormulas(segments))
  const tree = parseMarkdown(segments, source.breaks, (formula) => toFormulaHtml(formula, formulas))
  const words = countWords(toText(tree))
  labelNotes(tree)
  const outline = arrangeOutline(tree, toInnerHtml)
  const points = listRecallPoints(tree, toInnerHtml)
  holdPunctuation(tree)
  linkHeadings(tree)
  makeCallouts(tree)
  makeChoices(tree)
  foldSolutions(tree)
  setDirection(tree)
  leaveCode(tree)
  wrapTables(tree)
  keepOwnImages(tree)
  markOutsideLinks(tree)
  const hasCode = await highlightCode(tree)
  const html = stringifier.stringify(tree)
  const hasFormulas = segments.some((segment) => segment.kind === 'math')
  return { html, outline, points, words, formulaFonts: hasFormulas ? listFormulaFonts(html) : [], hasCode }
}

/** The words of a heading or a point as HTML without links, for the table of contents. */
function toInnerHtml(words: Element): string {
  const withoutLinks = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node) => {
      if (node.type === 'raw') return [{ ...node, value: node.value.replace(/^<a [^>]*>|<\/a>$/g, '') }]
      if (node.type !== 'element') return [node]
      const children = withoutLinks(node.children)
      return node.tagName === 'a' ? children : [{ ...node, children }]
    })
  return stringifier.stringify({ type: 'root', children: withoutLinks(words.children) })
}

/** A cell with at most this many letters, not counting formulas, stays on one line. */
const longestLine = 16

/**
 * Wraps a table in a scroll container that is focusable and has a label for screen readers; only `long` cells wrap.
 */
function wrapTables(tree: Root) {
  walkElements(tree, (element, index, parent) => {
    if (element.tagName !== 'table') return
    const properties = { className: ['table-scroll'], role: 'group', ariaLabel: 'Table', tabIndex: 0 }
    parent.children[index] = { type: 'element', tagName: 'div', properties, children: [element] }
    walkElements(element, (cell) => {
      if (/^t[hd]$/.test(cell.tagName) && toText(cell).length > longestLine) cell.properties.className = ['long']
    })
  })
}

/** An image on another site would let that site track readers, so only its alternative text is shown. */
function keepOwnImages(tree: Root) {
  walkElements(tree, (element, index, parent) => {
    if (element.tagName !== 'img') return
    if (/^\/(?!\/)/.test(String(element.properties.src))) element.properties.loading = 'lazy'
    else parent.children[index] = { type: 'text', value: String(element.properties.alt ?? '') }
  })
}

/** Marks external links for search engines: the site does not vouch for what authors link to. */
function markOutsideLinks(tree: Root) {
  walkElements(tree, (element) => {
    if (element.tagName === 'a' && /^(?:https?:)?\/\//i.test(String(element.properties.href))) {
      element.properties.rel = ['nofollow', 'noopener']
    }
  })
}

/** Keeps translation tools from translating the words of programs. */
function leaveCode(tree: Root) {
  walkElements(tree, ({ tagName, properties }) => {
    if (tagName === 'code') properties.translate = 'no'
  })
}

async function highlightCode(tree: Root): Promise<boolean> {
  const blocks: { pre: Element; code: Element }[] = []
  walkElements(tree, (pre) => {
    const code = pre.children[0]
    if (pre.tagName === 'pre' && code?.type === 'element' && code.tagName === 'code') blocks.push({ pre, code })
  })
  for (const { pre, code } of blocks) {
    const { language, title } = readFenceInfo(getInfo(code))
    const { label, html } = await highlight(toText(code).replace(/\n$/, ''), language)
    Object.assign(pre, {
      tagName: 'div',
      properties: { className: ['code'] },
      children: [{ type: 'raw', value: `${toCodeBar(label, title)}${html}` }],
    })
  }
  return blocks.length > 0
}

/** What was written after the fence of a program. */
function getInfo({ properties, data }: Element): string {
  const [name] = Array.isArray(properties.className) ? properties.className : []
  const { meta = '' } = (data ?? {}) as { meta?: string }
  return `${String(name ?? '').replace(/^language-/, '')} ${meta}`
}

const toCodeBar = (label: string, title: string) =>
  `<div class="code-bar"><span>${escapeHtml(label)}</span>${title && `<b>${escapeHtml(title)}</b>`}<copy-button><button type="button">Copy</button></copy-button></div>`
