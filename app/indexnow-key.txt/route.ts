import { fileNotFound, sendFile } from '@/lib/site/send-file'
import { getIndexNowKeyFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

/** Shows search engines that whoever sends them addresses with this key runs the site. */
export async function GET(request: Request) {
  const file = getIndexNowKeyFile()
  return file ? sendFile(request, file) : fileNotFound()
}
