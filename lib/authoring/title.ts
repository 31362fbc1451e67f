import { toPlainLine } from '@/lib/answer/title'
import { toQuestionSlug } from '@/lib/core/names'

/** A title is an address too: the longest of 35,915 real ones makes a file name of 179 characters. */
const longest = 200

/** Characters that are invisible, or that reorder the text after them (https://trojansource.codes). */
const unshown = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u

/**
 * A title as a file has it, on one line without space around it, with its slug; throws a message for the author if it
 * cannot be one.
 */
export function parseTitle(given: string): { title: string; slug: string } {
  const title = given.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (title === '') throw new Error('The title is empty. Write the question as a student would ask it.')
  const found = unshown.exec(title)?.[0]
  if (found) {
    const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    throw new Error(`The title contains U+${code}, a character that cannot be seen. Type the title again.`)
  }
  if (title.length > longest)
    throw new Error(`The title has ${title.length} characters; at most ${longest} make an address. Shorten it.`)
  const slug = toQuestionSlug(toPlainLine(title))
  if (slug === '') throw new Error(`“${title}” has no letter from a to z and no digit, so it makes no address.`)
  return { title, slug }
}
