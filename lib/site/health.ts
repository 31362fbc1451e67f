import 'server-only'
import { getLibrary } from '@/lib/library/current'

/**
 * How many questions the library has, and when its current state was compiled; throws if the library cannot be read.
 */
export async function readHealth() {
  const { questions, sequence } = await getLibrary().readState()
  return { status: 'ok', questions, compiled: new Date(sequence).toISOString() }
}
