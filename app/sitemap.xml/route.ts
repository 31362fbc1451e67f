import { sendFile } from '@/lib/addresses/send-file'
import { getSitemapIndexFile } from '@/lib/content/site-files'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => sendFile(request, getSitemapIndexFile())
