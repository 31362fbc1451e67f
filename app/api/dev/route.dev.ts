import { watchLibrary } from '@/lib/site/watch-library'

export const dynamic = 'force-dynamic'

/** In development, server-sent events that tell a page when the library changed and what is wrong with its files. */
export async function GET(request: Request) {
  const page = new URL(request.url).searchParams.get('page') ?? '/'
  const encoder = new TextEncoder()
  const stream = new ReadableStream({
    start(controller) {
      const stop = watchLibrary(page, (news) => controller.enqueue(encoder.encode(`data: ${JSON.stringify(news)}\n\n`)))
      request.signal.addEventListener('abort', () => {
        stop()
        controller.close()
      })
    },
  })
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}
