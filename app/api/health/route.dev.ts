import { log } from '@/lib/core/log'
import { readHealth } from '@/lib/site/health'

export const dynamic = 'force-dynamic'

/** The health check: 200, or 503 while the library cannot be read. In production, lib/server answers it. */
export async function GET() {
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
  try {
    return Response.json(await readHealth(), { headers })
  } catch (error) {
    log.error((error as Error).message)
    return Response.json({ status: 'no library' }, { status: 503, headers })
  }
}
