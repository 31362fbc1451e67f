import { sendFile } from '@/lib/site/send-file'
import { getLlmsFile } from '@/lib/site/site-files'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request) => sendFile(request, await getLlmsFile())
