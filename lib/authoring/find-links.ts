import { scanAnswer } from '@/lib/answer/scan'
import { startOf } from '@/lib/answer/segment'
import { type FrontMatter, locateFields } from '@/lib/compiler/source/front-matter'
import { isBlank } from '@/lib/compiler/source/read-question'
import { toAnswerSource } from '@/lib/core/answer-source'
import type { Edit } from '@/lib/core/finding'
import { relatedFields } from '@/lib/core/related-fields'
import { getField } from './get-field'

/** Where a file names an address: offsets in its text. `field` is the field of the front matter, absent in an answer. */
export type LinkPlace = Omit<Edit, 'text'> & { field?: string }

/** The fields that hold the address of another question. */
const linkFields = ['canonical', ...relatedFields.map((field) => `${field}.url`)]

/**
 * Every link to a question in a file: in fields, and in the answer as the target of a Markdown link, by its path or in
 * full at `siteUrl`. What is in code is text, not a link. Throws if a field's value is written in a way that
 * hides the address.
 */
export function findLinks(text: string, frontMatter: FrontMatter, address: string, siteUrl: string): LinkPlace[] {
  const { fields } = frontMatter
  const places = locateFields(frontMatter.yaml)
  const found: LinkPlace[] = []
  for (const field of linkFields) {
    if (getField(fields, field) === address) found.push({ field, ...findValue(frontMatter, field, address) })
  }
  const written = fields.answer
  const place = places.get('answer')
  if (typeof written === 'string' && !isBlank(written) && place) {
    const start = frontMatter.yamlStart + place.value
    const answer = { ...toAnswerSource(written), text: text.slice(start, frontMatter.yamlStart + place.end) }
    found.push(...findInAnswer(answer, start, address, siteUrl))
  } else {
    found.push(...findInAnswer({ text: frontMatter.body, breaks: 'real' }, frontMatter.bodyStart, address, siteUrl))
  }
  return found
}

/** Where a field's value is, if it is a single word such as an address. */
function findValue({ yaml, yamlStart }: FrontMatter, field: string, value: string): Omit<Edit, 'text'> {
  const place = locateFields(yaml).get(field)
  const at = place ? yaml.slice(place.value, place.end).indexOf(value) : -1
  if (!place || at === -1) throw new Error(`“${field}” is written with escapes. Write it plainly: ${field}: ${value}`)
  const start = yamlStart + place.value + at
  return { start, end: start + value.length }
}

type Written = Parameters<typeof scanAnswer>[0]

function findInAnswer(answer: Written, offset: number, address: string, siteUrl: string): LinkPlace[] {
  if (!answer.text.includes(address)) return []
  const { text } = answer
  const code = listCode(answer)
  const found: LinkPlace[] = []
  for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
    const end = at + address.length
    const inCode = code.some((span) => at >= span.start && at < span.end)
    const isTarget = beforeTarget.test(text.slice(Math.max(0, at - 50), at)) || text.slice(0, at).endsWith(siteUrl)
    const continues = /^\/?[\w-]/.test(text.slice(end, end + 2))
    if (isTarget && !inCode && !continues) found.push({ start: offset + at, end: offset + end })
  }
  return found
}

/** What comes before the address of a Markdown link, in the text or in a definition (https://spec.commonmark.org/0.31.2/#links). */
const beforeTarget = /\](?:\(|:)\s*<?$/

function listCode(answer: Written): { start: number; end: number }[] {
  const segments = scanAnswer(answer)
  return segments.flatMap((segment, index) => {
    const next = segments[index + 1]
    return segment.kind === 'code' ? [{ start: startOf(segment), end: next ? startOf(next) : answer.text.length }] : []
  })
}
