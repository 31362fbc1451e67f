import { decodeHtml } from '@/lib/core/decode-html'
import { site } from '@/lib/core/site'
import { escapeXml } from '@/lib/core/xml'

/**
 * Map the address of a page or an image of the site, which begins with “/”, to its place in a pack; undefined if the pack
 * does not have it.
 */
export type Places = {
  toLink: (address: string) => string | undefined
  toImage: (address: string) => string | undefined
}

/** A tag as `renderPortable` writes it: text has no `<`, and every value is in quotes. */
const tag = /<(a|img)((?: [a-z-]+="[^"]*")*)( ?\/)?>/g

/**
 * Adapts the HTML of an answer for a pack: headings begin below the `h1`, links go to pages in the pack or else to the
 * site, images come from the pack, and tables scroll. An image that the pack lacks is replaced with its alternative text.
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
    // Drop links to headings, which have no ids here.
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

/** Browsers accept URLs that RFC 3986 does not allow, but e-readers are strict. */
function toUri(address: string): string {
  if (!URL.canParse(address)) return site.url
  const { href } = new URL(address)
  return href.replace(/[|^`{}\\"<>]/g, encodeURIComponent)
}
