import { fileURLToPath } from 'node:url'

/** What every answer carries; the Content-Security-Policy of a page comes with it from the page cache. */
const securityHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/** @type {import('next').NextConfig} */
export default {
  cacheHandler: fileURLToPath(new URL('lib/page-cache/handler.mjs', import.meta.url)),
  cacheMaxMemorySize: 0,
  poweredByHeader: false,
  reactStrictMode: true,
  // A native module, loaded at run time.
  serverExternalPackages: ['libsql'],
  // `npm test` checks types; a server that only wants to start need not.
  typescript: { ignoreBuildErrors: true },
  async headers() {
    const headers = Object.entries(securityHeaders).map(([key, value]) => ({ key, value }))
    return [{ source: '/:path*', headers }]
  },
}
