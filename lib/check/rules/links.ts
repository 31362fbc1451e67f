import type { Definition, Image, Link } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

type Linking = Link | Image | Definition

/** What is wrong with links and images by themselves; whether their targets exist is another question. */
export function* checkLinks(file: QuestionFile): Generator<Mistake> {
  for (const node of listLinking(file)) {
    const at = toUrlOffset(file, node)
    if (node.type === 'link' && (node.url === '' || isBlankLink(node))) {
      const message =
        node.url === ''
          ? 'This link has no address. Write it between the round brackets.'
          : 'This link has no words, so nobody sees it. Write them between the square brackets.'
      yield { at: file.answer.startOf(node), rule: 'link-empty', message }
    } else if (node.type === 'image') yield* checkImage(file, node, at)
    else yield* checkUrl(node.url, at)
  }
}

const isBlankLink = (link: Link) =>
  toText(link, { includeImageAlt: true }).trim() === '' && link.children.every(({ type }) => type === 'text')

function* checkImage({ answer }: QuestionFile, image: Image, at: number): Generator<Mistake> {
  if (!image.alt?.trim()) {
    const message =
      'This image has no words for those who cannot see it. Say between the square brackets what it shows.'
    yield { at: answer.startOf(image), rule: 'image-alt', message }
  }
  if (/^(?:https?:)?\/\//i.test(image.url)) {
    const message =
      'An image of another site is not shown, only its words. Put the file into public/images and write /images/….'
    yield { at, rule: 'image-outside', message }
  } else if (!image.url.startsWith('/')) {
    const message = `The address of an image begins with a slash: a file in public/images is /images/…. Found ${image.url || 'none'}.`
    yield { at, rule: 'image-missing', message }
  }
}

function* checkUrl(url: string, at: number): Generator<Mistake> {
  if (/^[/#]/.test(url) && !url.startsWith('//')) return
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (protocol === 'http' && isOwnMachine.test(toHost(url))) return
  if (protocol === 'http') {
    yield { at, rule: 'link-http', message: `This link is not encrypted. Write https:// if ${toHost(url)} has it.` }
  } else if (protocol === undefined && !url.startsWith('//') && !isHost.test(url)) {
    const message = `This address has no beginning: ${url}. A question is /learn/<subject>/questions/<name>, another site https://….`
    yield { at, rule: 'link-dead', message }
  } else if (protocol !== 'https' && protocol !== 'mailto') {
    const found = protocol ? `${protocol}: is not let through` : 'The protocol is missing'
    yield {
      at,
      rule: 'link-protocol',
      message: `${found}. Write https://…, mailto:… or an address of this site that begins with a slash.`,
    }
  }
}

/** Addresses within one’s own machine or network have no encryption, and need none. */
const isOwnMachine = /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])/

/** What begins like the name of a host, and is no file of the library. */
const isHost = /^(?![^/]*\.(?:md|html?)$)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$)/i

const toHost = (url: string) => /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? 'the site'

/** A link or image to something of this site, and the offset of its address in the file. */
export type SiteLink = { url: string; start: number; image: boolean }

export function listSiteLinks(file: QuestionFile): SiteLink[] {
  return listLinking(file)
    .filter(({ url, type }) => /^\/(?!\/)/.test(url) || (type !== 'image' && url.startsWith('#')))
    .map((node) => ({ url: node.url, start: toUrlOffset(file, node), image: node.type === 'image' }))
}

const listLinking = ({ answer }: QuestionFile): Linking[] => [
  ...answer.list('link'),
  ...answer.list('image'),
  ...answer.list('definition'),
]

/** Where the address of a link stands in the file: behind its words; for an address that is its own words, itself. */
function toUrlOffset({ answer }: QuestionFile, node: Linking): number {
  const start = node.position?.start.offset ?? 0
  const source = answer.markdown.slice(start, node.position?.end.offset)
  const shown = source.lastIndexOf(node.url)
  const behindWords = source.lastIndexOf('](')
  const at = shown >= 0 ? shown : behindWords >= 0 ? behindWords + 2 : 0
  return answer.toFile(start + at)
}
