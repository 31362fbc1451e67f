import { sendFile } from '@/lib/site/send-file'
import { getSitemapIndexFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request) => sendFile(request, await getSitemapIndexFile())
