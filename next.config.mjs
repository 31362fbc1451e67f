/** @type {import('next').NextConfig} */
export default {
  experimental: { globalNotFound: true },
  // The head is complete for every visitor, not only for those that Next takes for crawlers.
  htmlLimitedBots: /.*/,
  // In development proxy.dev.ts leads old addresses on; in production lib/server does, before Next.
  ...(process.env.NODE_ENV === 'development' && {
    pageExtensions: ['ts', 'tsx', 'dev.ts'],
    skipTrailingSlashRedirect: true,
  }),
  // Left below is where the preview is folded.
  devIndicators: { position: 'bottom-right' },
  // No page has pictures that Next would make smaller. Anybody could ask it to, of any picture, and each stays on the disk.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // A native module, loaded at run time.
  serverExternalPackages: ['libsql'],
  // `npm test` checks types; a server that only wants to start need not.
  typescript: { ignoreBuildErrors: true },
  async rewrites() {
    return [
      { source: '/sitemap-:name.xml', destination: '/api/sitemaps/:name' },
      { source: '/learn/:subject/questions/:slug.md', destination: '/api/markdown/:subject/:slug' },
    ]
  },
  async headers() {
    return [
      {
        source: '/speculation-rules.json',
        headers: [{ key: 'content-type', value: 'application/speculationrules+json' }],
      },
      {
        // Pages name icons with a hash: a new one is fetched at once. Next would have them asked for at every page.
        source: '/:file(favicon.ico|icon.svg|apple-icon.png|manifest.webmanifest|speculation-rules.json)',
        headers: [{ key: 'cache-control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
      },
    ]
  },
}
