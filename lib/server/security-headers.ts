import { settings } from '@/lib/core/settings'

/** A year: https://www.rfc-editor.org/rfc/rfc6797. Subdomains are not the site's to decide on. */
const httpsOnly: Record<string, string> = settings.siteUrl.startsWith('https:')
  ? { 'strict-transport-security': 'max-age=31536000' }
  : {}

/** The headers of every answer, pages and files. */
export const securityHeaders: Record<string, string> = {
  ...httpsOnly,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Link preview pictures are shown on other sites. */
export const isForOtherSites = (path: string) => path.startsWith('/images/')
