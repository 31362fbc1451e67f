import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

/** Elements that run, load or send something, or change how the rest of the page is interpreted. */
const harmful = new Set(
  'script style link meta base iframe frame object embed form audio video source foreignobject animate set use'.split(
    ' ',
  ),
)

const linking = new Set(['href', 'src', 'xLinkHref', 'action', 'formAction', 'srcSet', 'poster', 'data'])

const harmless = /^(?:https?:|mailto:|[/#?.]|$)/i

/** What in the HTML of an answer could run in a reader’s browser. */
export function findHarm(html: string): string[] {
  const harm: string[] = []
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
    if (harmful.has(tagName.toLowerCase())) harm.push(`<${tagName}>`)
    for (const [name, value] of Object.entries(properties)) {
      // Browsers ignore spaces and control characters in an address.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
      const address = String(value).replace(/[\x00-\x20]/g, '')
      const isLocal = !/^[^/?#]*:/.test(address)
      if (/^on/i.test(name) || name === 'srcDoc') harm.push(`${tagName} ${name}`)
      if (linking.has(name) && !isLocal && !harmless.test(address)) harm.push(`${tagName} ${name}=${value}`)
    }
  })
  return harm
}
