import { fileNotFound, sendFile } from '@/lib/site/send-file'
import { getFeedFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: RouteContext<'/learn/[subject]/feed.xml'>) {
  const file = await getFeedFile((await params).subject)
  return file ? sendFile(request, file) : fileNotFound()
}
