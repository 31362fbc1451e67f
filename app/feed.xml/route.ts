import { fileNotFound, sendFile } from '@/lib/addresses/send-file'
import { getFeedFile } from '@/lib/content/site-files'

export const dynamic = 'force-dynamic'

export function GET(request: Request) {
  const file = getFeedFile()
  return file ? sendFile(request, file) : fileNotFound()
}
