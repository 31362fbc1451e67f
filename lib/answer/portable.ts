import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { AnswerSource } from '@/lib/core/answer-source'
import { countWords } from '@/lib/core/count-words'
import { toAbsoluteUrl } from '@/lib/core/site'
import { toXmlCharacters } from '@/lib/core/xml'
import { makeCallouts } from './callouts'
import { isolateFormulas, setDirection } from './direction'
import { AnswerFormulas } from './formula/answer-formulas'
import { chemistry } from './formula/render-tex'
import { toFormulaHtml } from './formula/to-html'
import { toTexText } from './formula/to-tex-text'
import { listFormulaFonts } from './formula-fonts'
import { labelNotes } from './headings'
import { parseMarkdown } from './markdown'
import { arrangeOutline } from './outline'
import { holdPunctuation } from './punctuation'
import { listRecallPoints } from './recall-points'
import type { RenderedAnswer } from './render'
import { listFormulas, scanAnswer } from './scan'
import { walkElements } from './walk'

/**
 * How to render an answer that is not on its own page: with formulas drawn for the site, as MathML only, or as TeX for
 * MathJax. `prefix` distinguishes its ids from those of others; with `images` it keeps the site's own images, by their
 * address there.
 */
export type PortableForm = { formulas: 'drawn' | 'mathml' | 'tex'; prefix: string; images?: boolean }

// XML requires every tag to be closed, and every attribute to have a value.
const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true, closeSelfClosing: true }).freeze()

/**
 * Renders an answer to be one of several on a page, or to leave the site: as HTML that is also XML, without scripts,
 * pictures (unless `images`) or syntax highlighting, and with absolute URLs. It is as safe as that of `renderAnswer`.
 */
export async function renderPortable(
  source: AnswerSource,
  { formulas: kind, prefix, images = false }: PortableForm,
): Promise<RenderedAnswer> {
  const segments = scanAnswer(source)
  if (chemistry.test(source.text)) await import('katex/contrib/mhchem')
  const formulas = new AnswerFormulas(listFormulas(segments))
  const tree = parseMarkdown(segments, source.breaks, (formula) => {
    if (kind === 'tex') return toTexText(formula)
    const html = addPrefix(toFormulaHtml(formula, formulas), prefix)
    return kind === 'mathml' ? toMathml(html) : html
  })
  labelNotes(tree)
  const words = countWords(toText(tree))
  // Points and outline are taken from copies, because listing them adds ids, links and marks.
  const toLinkless = ({ children }: Element) => {
    const copy: Root = { type: 'root', children: structuredClone(children) as Root['children'] }
    removeLinks(copy)
    return toXml(copy)
  }
  const points = listRecallPoints(structuredClone(tree), toLinkless)
  const outline = arrangeOutline(structuredClone(tree), toLinkless)
  lowerHeadings(tree)
  holdPunctuation(tree)
  makeCallouts(tree)
  makePlain(tree, prefix, images)
  setDirection(tree)
  isolateFormulas(tree)
  const html = toXml(tree)
  const fonts = kind === 'drawn' && html.includes('katex') ? listFormulaFonts(html) : []
  return { html, outline, points, words, formulaFonts: fonts, hasCode: html.includes('<pre>') }
}

/** HTML that is also XML, where text may not contain `]]>`: https://www.w3.org/TR/xml/#syntax. */
const toXml = (tree: Root) => toXmlCharacters(stringifier.stringify(tree)).replaceAll(']]>', ']]&gt;')

/** The MathML of a drawn formula, with its id; anything else, such as a link to a formula, stays as it is. */
function toMathml(html: string): string {
  const [math] = /<math[\s\S]*<\/math>/.exec(html) ?? []
  if (math === undefined) return html
  const valid = toValidTokens(math.replace(/<mtd width="([\d.]+%)">/g, '<mtd style="width: $1">'))
  const [id] = /^<span class="formula"( id="[^"]*")/.exec(html)?.slice(1) ?? []
  return id === undefined ? valid : `<span${id}>${valid}</span>`
}

/** Signs and letters may contain only text: KaTeX puts elements into those of `\bmod` and `\overset`. */
function toValidTokens(math: string): string {
  const areRows: boolean[] = []
  return math.replace(/<(\/?)m[io](?=[ >])[^>]*>(?=(<m)?)/g, (tag: string, end: string, element?: string) => {
    if (end) return areRows.pop() ? '</mrow>' : tag
    areRows.push(element !== undefined)
    return element === undefined ? tag : '<mrow>'
  })
}

/** Prefixes the ids of formulas, and links to them. */
const addPrefix = (html: string, prefix: string) => html.replace(/( id="| href="#)eq\./g, `$1${prefix}eq.`)

function removeLinks(tree: Root) {
  walkElements(tree, (element) => {
    if (element.tagName === 'a') Object.assign(element, { tagName: 'span', properties: {} })
  })
}

/** Moves headings to levels `h4` to `h6`, below the heading of the question, which is an `h2` or `h3`. */
function lowerHeadings(tree: Root) {
  const levels: number[] = []
  walkElements(tree, (element) => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1])
    if (!level) return
    while ((levels.at(-1) ?? 0) >= level) levels.pop()
    levels.push(level)
    element.tagName = `h${Math.min(3 + levels.length, 6)}`
  })
}

function makePlain(tree: Root, prefix: string, images: boolean) {
  walkElements(tree, (element, index, parent) => {
    const { tagName, properties } = element
    const { id, href, checked, ariaDescribedBy, open } = properties
    if (tagName === 'details' && !element.children.some(isSummary)) element.children.unshift(toSummary())
    if (hasClass(element, 'callout') && tagName === 'div') element.tagName = 'blockquote'
    if (hasClass(element, 'callout-title') && tagName === 'p') element.children = [toStrong(element.children)]
    if (tagName === 'img') {
      const { src, alt } = properties
      if (images && isOwn(src)) element.properties = { src, alt: String(alt ?? '') }
      else parent.children[index] = toTextNode(String(alt ?? ''))
    } else if (tagName === 'input') parent.children[index] = toTextNode(checked ? '☑' : '☐')
    else
      element.properties = {
        ...(isOfNote(id) && { id: `${prefix}${id}` }),
        ...(typeof href === 'string' && { href: toTarget(href, prefix) }),
        ...(ariaDescribedBy !== undefined && { ariaDescribedBy: [`${prefix}${ariaDescribedBy}`] }),
        ...(typeof open === 'boolean' && open && { open: '' }),
        ...toKept(element),
      }
  })
}

const isSummary = (node: Element['children'][number]) => node.type === 'element' && node.tagName === 'summary'

/** What browsers show above a fold without a summary, which XHTML requires. */
const toSummary = (): Element => ({
  type: 'element',
  tagName: 'summary',
  properties: {},
  children: [toTextNode('Details')],
})

const isOwn = (address: unknown): address is string => typeof address === 'string' && /^\/(?![/\\])/.test(address)

const hasClass = ({ properties }: Element, name: string) =>
  Array.isArray(properties.className) && properties.className.includes(name)

const toStrong = (children: Element['children']) =>
  ({ type: 'element', tagName: 'strong', properties: {}, children }) as const

const toTextNode = (value: string) => ({ type: 'text', value }) as const

/** Only footnotes keep their ids: nothing links to headings and points. */
const isOfNote = (id: unknown): id is string => typeof id === 'string' && id.startsWith('note:')

function toTarget(href: string, prefix: string): string {
  if (href.startsWith('#')) return `#${prefix}${href.slice(1)}`
  return isOwn(href) ? toAbsoluteUrl(href) : href
}

const kept = ['start', 'reversed', 'colSpan', 'rowSpan'] as const

function toKept({ tagName, properties }: Element) {
  const names = kept.filter((name) => properties[name] !== undefined)
  const plain = Object.fromEntries(names.map((name) => [name, properties[name] === true ? '' : properties[name]]))
  const align = /^t[hd]$/.test(tagName) && /^(?:left|right|center)$/.test(String(properties.align))
  return { ...plain, ...(align && { style: `text-align: ${properties.align}` }) }
}
