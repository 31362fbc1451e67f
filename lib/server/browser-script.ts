import { readFileSync } from 'node:fs'

/** Where the build notes the address of the site's own script (scripts/build-browser-script.ts). */
export const browserScriptNote = '.next/browser-script.json'

/** The site's own script as a tag. Throws a message for the operator if the build has none. */
export function readBrowserScript(): string {
  try {
    return `<script type="module" src="${JSON.parse(readFileSync(browserScriptNote, 'utf8')).src}"></script>`
  } catch {
    throw new Error(
      `The build is incomplete: ${browserScriptNote} cannot be read. Start the site with “npm start”, which builds it.`,
    )
  }
}

/**
 * All scripts except the one that applies the reader's settings (lib/core/design/first-script.ts), their preload links, and
 * the `next-size-adjust` tag: nothing reads it, and Next does not always put it in the same place.
 */
const nextScript =
  /<script(?! id="page:settings">)[^>]*>[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>|<meta name="next-size-adjust"[^>]*>/g

/**
 * A page with the site's own script instead of Next's. Pages are sent complete, and links load complete pages, so React
 * has nothing to do in the browser. Between head and footer, where authors' text is, nothing is changed. HTML that is
 * not a page of the site is returned as it is.
 */
export function replaceScripts(html: string, browserScript: string): string {
  const headEnd = html.indexOf('</head>')
  const bodyEnd = html.lastIndexOf('</footer>')
  if (headEnd < 0 || bodyEnd < headEnd) return html
  const head = html.slice(0, headEnd).replace(nextScript, '')
  return `${head}${browserScript}${html.slice(headEnd, bodyEnd)}${html.slice(bodyEnd).replace(nextScript, '')}`
}
