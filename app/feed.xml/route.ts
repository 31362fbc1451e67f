import { fileNotFound, sendFile } from '@/lib/site/send-file'
import { getFeedFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  const file = await getFeedFile()
  return file ? sendFile(request, file) : fileNotFound()
}
