import type { ReadQuestion } from '@/lib/compiler/source/read-question'
import type { ScalarStyle } from '@/lib/compiler/source/scalar-offset'
import { decodeAddress } from '@/lib/core/decode-address'
import { type Position, toPosition } from '@/lib/core/finding'
import { relatedFields } from '@/lib/core/related-fields'
import type { PlacedAddress, QuestionKey } from '@/lib/core/types'
import { listSiteLinks } from './links'
import type { QuestionFile } from './question-file'
import { listWikiLinks } from './wiki-links'

/** A place in a file: line and column, and offset. */
export type Place = Position & { start: number }

/** A text with its place and, if it is written there verbatim, the offset of its end; `style` is its YAML style. */
export type Reference = Place & { text: string; end: number | undefined; style: ScalarStyle }

/** The facts of a question that can only be checked against other files. */
export type CrossFileFacts = {
  key: QuestionKey
  title: string
  titlePlace: Place
  keywords: string[]
  description: Reference | undefined
  author: Reference | undefined
  date: Reference | undefined
  updated: Reference | undefined
  number: number | undefined
  numberPlace: Place
  noIndex: boolean
  canonical: Reference | undefined
  aliases: PlacedAddress[]
  related: { url: Reference; title: Reference | undefined }[]
  links: Reference[]
  images: Reference[]
  wikiLinks: Reference[]
  exceptions: Reference[]
}

export function toCrossFileFacts(
  file: QuestionFile,
  { aliases, keywords }: Pick<ReadQuestion, 'aliases' | 'keywords'>,
): CrossFileFacts {
  const { fields, key, text } = file
  const toPlace = (start: number): Place => ({ ...toPosition(text, start), start })
  const toReference = (start: number, written: string, style: ScalarStyle = 'none'): Reference => ({
    ...toPlace(start),
    text: written,
    style,
    end: text.startsWith(written, start) ? start + written.length : undefined,
  })
  const getReference = (field: string) => {
    const written = file.getText(field)
    if (written === undefined) return undefined
    return toReference(file.inField(field, 0), written, file.getPlace(field)?.style)
  }
  const siteLinks = listSiteLinks(file)
  return {
    key,
    title: file.getText('title') ?? '',
    titlePlace: toPlace(file.inField('title', 0)),
    keywords,
    description: getReference('seo.page_description'),
    author: getReference('author'),
    date: getReference('date'),
    updated: getReference('updated'),
    aliases,
    number: Number.isSafeInteger(fields.id) ? Number(fields.id) : undefined,
    numberPlace: toPlace(file.startOf('id')),
    noIndex: fields.no_index === true,
    canonical: getReference('canonical'),
    related: relatedFields.flatMap((field) => {
      const url = getReference(`${field}.url`)
      return url ? [{ url, title: getReference(`${field}.title`) }] : []
    }),
    links: siteLinks.filter(({ image }) => !image).map(({ url, start }) => toReference(start, url)),
    images: siteLinks.filter(({ image }) => image).map(({ url, start }) => toReference(start, url)),
    wikiLinks: listWikiLinks(file.answer).map(({ written, index }) => toReference(file.answer.toFile(index), written)),
    exceptions: listExceptions(file).map((name, index) => toReference(file.inField(`check_off.${index}`, 0), name)),
  }
}

/** The names in `check_off`, as written. */
export function listExceptions(file: QuestionFile): string[] {
  const names = file.fields.check_off
  return Array.isArray(names) ? names.map(String) : []
}

/** What a link or an image refers to: its decoded address, without query and fragment. */
export function toReferredAddress(link: string): string {
  const address = link.replace(/[?#].*$/s, '')
  return decodeAddress(address) ?? address
}

/** Everything within the site that a question refers to. */
export const listReferredAddresses = ({ related, links, images, canonical }: CrossFileFacts): string[] => {
  const references = [...related.map(({ url }) => url), ...links, ...images, ...(canonical ? [canonical] : [])]
  return [...new Set(references.map(({ text }) => toReferredAddress(text)))].filter((address) =>
    address.startsWith('/'),
  )
}
