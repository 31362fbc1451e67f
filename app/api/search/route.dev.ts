import { answerSearch } from '@/lib/site/search-api'

export const dynamic = 'force-dynamic'

/** In production, lib/server answers these requests. */
export async function GET(request: Request) {
  const { body, ...answer } = await answerSearch(request.url)
  return new Response(new Uint8Array(body), answer)
}
