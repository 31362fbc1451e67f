import { fileNotFound, sendFile } from '@/lib/site/send-file'
import { getIndexNowKeyFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

/** Proves to search engines that addresses submitted with this key come from the site's operator. */
export async function GET(request: Request) {
  const file = getIndexNowKeyFile()
  return file ? sendFile(request, file) : fileNotFound()
}
