import { createHash } from 'node:crypto'
import { toInstant } from '@/lib/core/dates'
import { escapeHtml } from '@/lib/core/escape-html'
import { toQuestionPath } from '@/lib/core/routes'
import { toShortNumber } from '@/lib/core/short-id'
import { toHeading } from '@/lib/core/shown-fields'
import { toAbsoluteUrl } from '@/lib/core/site'
import type { Card } from '@/lib/core/types'
import { toXmlCharacters } from '@/lib/core/xml'
import type { Note } from './deck'

const secondsOfDay = 86_400

/** Tags that Anki would run as LaTeX, or play as a file: `[latex]`, `[$]`, `[sound:…]`. */
const tags = /\[(?=\/?latex\]|\/?\$|sound:|anki:)/gi

/** A question as a note; its answer and the points to recall are HTML with formulas in TeX. */
export function toNote(card: Card, answerHtml: string, points: readonly string[]): Note {
  const path = toQuestionPath(card.subject, card.slug)
  const url = toAbsoluteUrl(path)
  const list = points.map((point) => `<li>${point}</li>`).join('')
  const fields = {
    question: toField(escapeHtml(toHeading(card))),
    points: list && toField(`<ol>${list}</ol>`),
    answer: toField(answerHtml),
    link: `<a href="${escapeHtml(url)}">${escapeHtml(url.replace(/^https?:\/\//, ''))}</a>`,
  }
  return { guid: path, short: toShortNumber(card), modified: toTime(card, fields), ...fields, tags: [card.subject] }
}

/** Removes control characters, because one separates the fields, and disarms Anki's tags. */
const toField = (html: string) => toXmlCharacters(html).replace(tags, '&#91;')

/**
 * The day of the last change, plus a second of the day derived from the content: the same content has the same time, and
 * a later day is always later.
 */
function toTime({ modified }: Card, fields: object): number {
  const second = createHash('sha256').update(JSON.stringify(fields)).digest().readUInt32BE(0) % secondsOfDay
  return Date.parse(toInstant(modified)) / 1_000 + second
}
