import { fileNotFound, sendFile } from '@/lib/site/send-file'
import { getMarkdownFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

/** `/learn/<subject>/questions/<slug>.md`, which next.config.mjs rewrites to here. */
export async function GET(request: Request, { params }: RouteContext<'/api/markdown/[subject]/[slug]'>) {
  const file = await getMarkdownFile(await params)
  return file ? sendFile(request, file) : fileNotFound()
}
