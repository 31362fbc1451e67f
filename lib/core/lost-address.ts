import { decodeAddress } from './decode-address'

/** What the visitor of an unknown address probably wanted; `slug` is its name. A `subject` may be a question as well. */
export type LostAddress = {
  kind: 'question' | 'subject' | 'topic' | 'author'
  subject: string | undefined
  slug: string
}

/** Longer addresses are not typing mistakes of a reader, nor are those of files. */
const longestAddress = 300
const minLetters = 3

const dateBefore = /^(?:\d{4}-\d{2}(?:-\d{2})?|\d{8})-(?=.)/
const pageAfter = /\/(?:page\/\d*|a-z)(?=\/|$)/g

/** Guesses what was meant by a path; undefined if no reader can have typed it. */
export function parseLostAddress(path: string): LostAddress | undefined {
  if (path.length > longestAddress) return undefined
  const [section, ...names] = (decodeAddress(path) ?? '').replace(pageAfter, '').split('/').filter(Boolean).map(toName)
  if (section === undefined) return undefined
  const last = names.at(-1) ?? section
  const slug = last.replace(dateBefore, '')
  if (slug.replace(/[^\p{L}]/gu, '').length < minLetters || last.includes('.')) return undefined
  if (section === 'authors' && names.length > 0) return { kind: 'author', subject: undefined, slug }
  const subject = section === 'learn' && names.length > 1 ? names[0] : undefined
  // `/physics` and `/courses/physics` are how visitors remember `/learn/physics`.
  if (section !== 'learn' || names.length === 1) return { kind: 'subject', subject, slug }
  return { kind: names[1] === 'topics' && names.length > 2 ? 'topic' : 'question', subject, slug }
}

/** The words of a slug, as a search query. */
export const toSlugWords = (slug: string) => slug.replaceAll('-', ' ')

/** Normalises a segment of an address to the form of a slug. */
const toName = (part: string) =>
  part
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.(?:html?|md)$/, '')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-+|-+$/g, '')
