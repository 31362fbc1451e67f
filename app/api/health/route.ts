import { getLibrary } from '@/lib/library/queries'

export const dynamic = 'force-dynamic'

/** Whether the site can answer, for whatever watches over it: 200, or 503 while there is no library to read. */
export function GET() {
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
  try {
    const library = getLibrary()
    const compiled = new Date(library.getSequence()).toISOString()
    return Response.json({ status: 'ok', questions: library.countQuestions(), compiled }, { headers })
  } catch (error) {
    console.error((error as Error).message)
    return Response.json({ status: 'no library' }, { status: 503, headers })
  }
}
