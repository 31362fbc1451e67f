import { createHash } from 'node:crypto'
import { cacheControl } from '@/lib/core/cache-control'
import { settings } from '@/lib/core/settings'
import { securityHeaders } from './security-headers'

/**
 * Everything from this site, nothing from elsewhere; no plugins, no frames. Formulas and highlighted code use style
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
  ...(settings.cspReportUri && { 'report-uri': settings.cspReportUri, 'report-to': 'csp' }),
}

/** Where `report-to` leads; browsers that do not know it read `report-uri`. https://www.w3.org/TR/CSP3/#reporting */
const reporting: Record<string, string> = settings.cspReportUri
  ? { 'reporting-endpoints': `csp="${settings.cspReportUri}"` }
  : {}

/** An inline script. */
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/**
 * The Content-Security-Policy of a finished page: the site's scripts, and exactly those inline scripts that are in its
 * head now. No nonce is needed, so the page can be cached.
 */
function toSecurityPolicy(html: string): string {
  const hashes = new Set<string>()
  for (const [, script = ''] of html.slice(0, html.indexOf('</head>')).matchAll(inlineScript)) {
    hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  }
  const all = { ...directives, 'script-src': ["'self'", ...hashes].join(' ') }
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}

/**
 * The headers of a page, derived from its finished HTML. Browsers that support speculation rules prefetch the page
 * behind a link that the visitor points at; this needs no script.
 * https://developer.mozilla.org/en-US/docs/Web/API/Speculation_Rules_API
 */
export const toPageHeaders = (html: string): Record<string, string> => ({
  ...securityHeaders,
  ...reporting,
  'cache-control': cacheControl,
  'speculation-rules': '"/speculation-rules.json"',
  'content-security-policy': toSecurityPolicy(html),
})
