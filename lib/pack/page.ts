import { site } from '@/lib/core/site'
import { escapeXml, xmlDeclaration } from '@/lib/core/xml'

/** A page of a pack: its body is HTML that is also XML. `up` is the relative path to the folder of the style sheet. */
export type PackPage = { title: string; body: string; up: string; styles: readonly string[] }

/** A page for browsers. */
export const toHtmlPage = ({ title, body, up, styles }: PackPage) => `<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeXml(title)}</title>
${styles.map((style) => `<link rel="stylesheet" href="${up}${style}" />`).join('\n')}
</head>
<body>
${body}
</body>
</html>
`

/** A page for e-readers, https://www.w3.org/TR/epub-33/#sec-xhtml. */
export const toXhtmlPage = ({ title, body, up, styles }: PackPage) => `${xmlDeclaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${site.language}" xml:lang="${site.language}">
<head>
<title>${escapeXml(title)}</title>
${styles.map((style) => `<link rel="stylesheet" type="text/css" href="${up}${style}" />`).join('\n')}
</head>
<body>
${body}
</body>
</html>
`

export const toLink = (href: string, text: string) => `<a href="${escapeXml(href)}">${escapeXml(text)}</a>`

/** A list of links under a heading; empty if there are no links. */
export function toLinkList(heading: string, links: readonly { href: string; title: string }[]): string {
  if (links.length === 0) return ''
  const items = links.map(({ href, title }) => `<li>${toLink(href, title)}</li>`)
  return `${heading && `<h2>${escapeXml(heading)}</h2>\n`}<ul>\n${items.join('\n')}\n</ul>`
}

/** A title for consecutive questions: the first and the last. */
export function toRangeTitle(entries: readonly { title: string }[]): string {
  const [first, last] = [entries[0]?.title ?? '', entries.at(-1)?.title ?? '']
  return first === last ? first : `${first} – ${last}`
}
