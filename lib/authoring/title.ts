import { toPlainLine } from '@/lib/answer/title'
import { isDeviceName, isSlug } from '@/lib/core/names'
import { toNewSlug } from './new-slug'

/** In characters; a title is an address too: the longest of 35,915 real ones makes a file name of 179 characters. */
const longest = 200

/** Characters that are invisible, or that reorder the text after them (https://trojansource.codes). */
const unshown = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u

/**
 * A title as a file has it, on one line without space around it; throws a message for the author if it cannot be one.
 */
export function parseTitle(given: string): string {
  const title = given.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (title === '') throw new Error('The title is empty. Write the question as a student would ask it.')
  const found = unshown.exec(title)?.[0]
  if (found) {
    const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    throw new Error(`The title contains U+${code}, an invisible character. Type the title again.`)
  }
  if (title.length > longest)
    throw new Error(
      `The title has ${title.length} characters; the limit is ${longest}, because it becomes an address. Shorten it.`,
    )
  return title
}

/** The slug of a new question: the one that was chosen, or else that of its title; throws a message for the author. */
export function toSlugOf(title: string, chosen: string | undefined): string {
  const slug = chosen ?? toNewSlug(toPlainLine(title))
  const choose = 'Choose the last part of its address yourself: --slug what-is-entropy.'
  if (chosen !== undefined && !isSlug(chosen))
    throw new Error(
      `--slug takes a–z, 0–9 and hyphens, and begins with a letter or digit; found ${JSON.stringify(chosen)}.`,
    )
  if (slug === '') throw new Error(`“${title}” has no letters or digits, so it cannot become an address. ${choose}`)
  if (isDeviceName(slug))
    throw new Error(`“${slug}” is a reserved device name on Windows, where no file can have it. ${choose}`)
  if (slug.length > longest)
    throw new Error(`The address would have ${slug.length} characters; the limit is ${longest}. ${choose}`)
  return slug
}
