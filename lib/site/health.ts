import 'server-only'
import { getLibrary } from '@/lib/library/current'

/**
 * That the library can be read, how many questions it has, and when what pages show was compiled; throws where it cannot
 * be read.
 */
export async function readHealth() {
  const { questions, sequence } = await getLibrary().readState()
  return { status: 'ok', questions, compiled: new Date(sequence).toISOString() }
}
