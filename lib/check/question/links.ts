import type { Definition, Image, Link } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { site } from '@/lib/core/site'
import type { QuestionFile } from './question-file'

type Linking = Link | Image | Definition

/** The links without words or without an address. */
export const listEmptyLinks = ({ answer }: QuestionFile): Link[] => answer.list('link').filter(isEmpty)

const isEmpty = (link: Link) =>
  link.url === '' ||
  (toText(link, { includeImageAlt: true }).trim() === '' && link.children.every(({ type }) => type === 'text'))

/** The address of a link or definition, what it begins with, and its offset in the file. */
export type Target = { url: string; begins: Beginning; at: number }

export type Beginning =
  | { kind: 'site' }
  /** A name relative to the page, which leads nowhere. */
  | { kind: 'relative' }
  | { kind: 'host' }
  | { kind: 'protocol'; protocol: string }

/** The targets of links and definitions, except empty links. */
export function listTargets(file: QuestionFile): Target[] {
  const { answer } = file
  const links = answer.list('link').filter((link) => !isEmpty(link))
  return [...links, ...answer.list('definition')].map((node) => ({
    url: node.url,
    begins: toBeginning(node.url),
    at: toUrlOffset(file, node),
  }))
}

function toBeginning(url: string): Beginning {
  if (/^[/#]/.test(url) && !url.startsWith('//')) return { kind: 'site' }
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (protocol !== undefined) return { kind: 'protocol', protocol }
  return { kind: url.startsWith('//') || isHost.test(url) ? 'host' : 'relative' }
}

/** What starts like a host name and is not a file of the library. */
const isHost = /^(?![^/]*\.(?:md|html?)$)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$)/i

export const toHost = (url: string) => /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? 'the site'

/** Whether an image is on another site, which would then learn who reads what. */
export const isOfOtherSite = (url: string) => /^(?:https?:)?\/\//i.test(url)

/**
 * A link to something on this site, or an image that is not on another site, and the offset of its address in the file.
 */
export type SiteLink = { url: string; start: number; image: boolean }

export function listSiteLinks(file: QuestionFile): SiteLink[] {
  const { answer } = file
  const nodes: Linking[] = [...answer.list('link'), ...answer.list('image'), ...answer.list('definition')]
  return nodes
    .filter(({ url, type }) => (type === 'image' ? !isOfOtherSite(url) : /^\/(?!\/)|^#/.test(url)))
    .map((node) => ({ url: node.url, start: toUrlOffset(file, node), image: node.type === 'image' }))
}

/** Where the address of a link is in the file: after its words, or where the link starts if it is a bare address. */
export function toUrlOffset({ answer }: QuestionFile, node: Linking): number {
  const start = node.position?.start.offset ?? 0
  const source = answer.markdown.slice(start, node.position?.end.offset)
  const shown = source.lastIndexOf(node.url)
  const afterWords = source.lastIndexOf('](')
  const at = shown >= 0 ? shown : afterWords >= 0 ? afterWords + 2 : 0
  return answer.toFile(start + at)
}

/** Whether an address is that of a page or image of this site, written with the site's name. */
export const isOwnAddress = (url: string) =>
  /^https?:\/\/[^/]*\/(?:learn|images|authors)(?:\/|$)/i.test(url) && toSiteName(url) === toSiteName(site.url)

const toSiteName = (url: string) =>
  toHost(url)
    .toLowerCase()
    .replace(/^www\./, '')
