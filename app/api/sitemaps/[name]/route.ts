import { fileNotFound, sendFile } from '@/lib/site/send-file'
import { getSitemapFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

/** `/sitemap-<subject>-<number>.xml`, which next.config.mjs rewrites to here. */
export async function GET(request: Request, { params }: RouteContext<'/api/sitemaps/[name]'>) {
  const file = await getSitemapFile((await params).name)
  return file ? sendFile(request, file) : fileNotFound()
}
