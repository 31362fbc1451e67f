import { createHash } from 'node:crypto'

/**
 * Everything from this site and nothing from elsewhere; no plugins, no frames. Formulas and programs bring style
 * attributes, so inline style is allowed; inline script only by its hash. https://www.w3.org/TR/CSP3/
 */
const directives = {
  'default-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

/** Inline scripts that would run: those with `src` are no inline scripts, and data blocks (JSON-LD) do not run. */
const inlineScript = /<script(?![^>]*\ssrc=)(?![^>]*type="application\/ld\+json")[^>]*>([\s\S]*?)<\/script>/g

/**
 * The Content-Security-Policy of a finished page: scripts of the site, and of the inline ones exactly those that stand
 * in its HTML now. No nonce is needed, so the page can be kept.
 *
 * @param {string} html
 */
export function toSecurityPolicy(html) {
  const hashes = new Set()
  for (const [, script = ''] of html.matchAll(inlineScript)) {
    hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  }
  const all = { ...directives, 'script-src': ["'self'", ...hashes].join(' ') }
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
