import 'server-only'
import { parseLibraryPath } from '@/lib/routes'
import { getLibrary } from './queries'

/**
 * The version of the library that a page shows: it changes whenever the page might. Undefined where the library has
 * no such page. Costs a few look-ups by key, so that it can be asked before every answer.
 */
export function getPageVersion(path: string): number | undefined {
  const library = getLibrary()
  const address = parseLibraryPath(path)
  const exists = () => {
    switch (address?.kind) {
      case undefined:
        return true
      case 'question':
        return library.hasQuestion(address)
      case 'subject':
        return library.getSubject(address.slug) && address.page <= library.countPages('subject', address.slug)
      case 'author':
        return library.getAuthorName(address.slug) && address.page <= library.countPages('author', address.slug)
      default:
        return false
    }
  }
  return exists() ? library.getSequence() : undefined
}
