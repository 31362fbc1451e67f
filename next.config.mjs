/** @type {import('next').NextConfig} */
export default {
  experimental: { globalNotFound: true },
  // Send every visitor a complete head, not only those that Next takes for crawlers.
  htmlLimitedBots: /.*/,
  // In development proxy.dev.ts redirects old addresses; in production lib/server does, before Next.
  ...(process.env.NODE_ENV === 'development' && {
    pageExtensions: ['ts', 'tsx', 'dev.ts'],
    skipTrailingSlashRedirect: true,
  }),
  // The collapsed preview panel is at the bottom left.
  devIndicators: { position: 'bottom-right' },
  // No page has pictures for Next to resize. Anybody could request any size of any picture, and each result stays on disk.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // A native module, loaded at run time.
  serverExternalPackages: ['libsql'],
  // `npm test` checks types; a server need not do so to start.
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
        // Pages link icons with a hash, so a new one is fetched at once. By default, Next has browsers revalidate them on
        // every page.
        source: '/:file(favicon.ico|icon.svg|apple-icon.png|manifest.webmanifest|speculation-rules.json)',
        headers: [{ key: 'cache-control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
      },
    ]
  },
}
