import { fileURLToPath } from 'node:url'

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
}
