import { decodeHtml } from '@/lib/core/decode-html'
import { site } from '@/lib/core/site'
import { escapeXml } from '@/lib/core/xml'

/**
 * Where a link or an image of the site leads in a pack: by its address, which begins with “/”; undefined for nowhere.
 */
export type Places = {
  toLink: (address: string) => string | undefined
  toImage: (address: string) => string | undefined
}

/** A tag as `renderPortable` writes it: text has no `<`, and each value is in quotes. */
const tag = /<(a|img)((?: [a-z-]+="[^"]*")*)( ?\/)?>/g

/**
 * The HTML of an answer for a page of its own in a pack: headings below the first, links to what is in the pack there
 * and all others to the site, images from the pack, tables that scroll. An image that is not there is told by its words.
 */
export function placeLinks(html: string, { toLink, toImage }: Places): string {
  const placed = html.replace(tag, (whole, name, attributes) => {
    const value = (wanted: string) => new RegExp(` ${wanted}="([^"]*)"`).exec(attributes)?.[1]
    if (name === 'img') {
      const image = toImage(decodeHtml(value('src') ?? ''))
      const alt = (value('alt') ?? '').replaceAll('<', '&lt;')
      return image === undefined ? alt : `<img src="${escapeXml(image)}" alt="${alt}" />`
    }
    const href = value('href')
    if (href === undefined) return whole
    // Headings have no ids here.
    if (href.startsWith('#'))
      return html.includes(` id="${href.slice(1)}"`) ? whole : whole.replace(` href="${href}"`, '')
    const address = decodeHtml(href)
    const own = address.startsWith(`${site.url}/`) ? toLink(address.slice(site.url.length)) : undefined
    return whole.replace(` href="${href}"`, () => ` href="${escapeXml(own ?? toUri(address))}"`)
  })
  return placed
    .replace(/<(\/?)h([456])(?=[ >])/g, (_, slash, level) => `<${slash}h${level - 2}`)
    .replace(/<table>/g, '<div class="wide"><table>')
    .replace(/<\/table>/g, '</table></div>')
}

/** What browsers take for an address may not be one by the letter (RFC 3986), and readers of books are strict. */
function toUri(address: string): string {
  if (!URL.canParse(address)) return site.url
  const { href } = new URL(address)
  return href.replace(/[|^`{}\\"<>]/g, encodeURIComponent)
}
