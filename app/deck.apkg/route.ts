import { getDeckFile } from '@/lib/site/deck-file'
import { fileNotFound, sendFile } from '@/lib/site/send-file'

export const dynamic = 'force-dynamic'

/** A topic, or up to 500 questions by their short ids, as a deck for Anki. */
export async function GET(request: Request) {
  const file = await getDeckFile(new URL(request.url).searchParams)
  return file ? sendFile(request, file) : fileNotFound()
}
