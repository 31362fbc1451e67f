import 'server-only'
import { cache } from 'react'
import type { FormulaFont } from '@/lib/answer/formula-fonts'
import { listPoints } from '@/lib/answer/pool/list-points'
import { showAnswer } from '@/lib/answer/pool/render-pool'
import { toQuestionPath } from '@/lib/core/routes'
import { toShortId } from '@/lib/core/short-id'
import { toHeading } from '@/lib/core/shown-fields'
import type { Card } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/current'
import { drawHeading } from './draw-heading'
import type { SheetRequest } from './sheet-request'

/** A question on a sheet, and its key: points, or the whole answer as HTML; neither if that is too long. */
export type SheetItem = {
  id: string
  path: string
  heading: string
  headingHtml: string | undefined
  points: string[]
  answerHtml: string | undefined
}

/** The limit for all answers on one sheet together, in characters of HTML. */
const maxHtmlLength = 2_000_000

// Cached for one rendering, so that a sheet's head and body share one read. React compares arguments by identity, so the key
// is a string.
const readOnce = cache((selection: string) => getLibrary().readSelection(JSON.parse(selection)))

const read = ({ selection }: SheetRequest) => selection && readOnce(JSON.stringify(selection))

/** The subject or topic that a sheet's questions are from; undefined if there is none. */
export async function getSheetTitle(request: SheetRequest): Promise<string | undefined> {
  const selected = await read(request)
  const { subject, topic } = selected ?? {}
  return subject && (topic ? `${topic.name} (${subject.title})` : subject.title)
}

/** Everything that a sheet shows; undefined if there is no such subject or topic. */
export async function getSheetPage(request: SheetRequest) {
  const selected = await read(request)
  if (!selected) return undefined
  const items: SheetItem[] = []
  const fonts = new Set<FormulaFont>()
  let left = maxHtmlLength
  // One after the other, so that answers for other visitors can be rendered in between.
  for (const card of selected.questions) {
    const item = await toItem(card, request.full)
    left -= item.length
    items.push(left < 0 ? { ...item.item, points: [], answerHtml: undefined } : item.item)
    for (const font of item.formulaFonts) fonts.add(font)
  }
  return { ...selected, items, formulaFonts: [...fonts] }
}

async function toItem(card: Card, full: boolean) {
  const id = toShortId(card)
  const form = { formulas: 'drawn', prefix: `${id}-` } as const
  const { markedHeading, recall } = card.details
  const answer = await showAnswer(card.answer, form)
  const drawn = markedHeading === undefined ? undefined : await drawHeading(markedHeading)
  const recalled = full ? { points: [], formulaFonts: [] } : await listPoints(recall, answer, form)
  const { points } = recalled
  const item: SheetItem = {
    id,
    path: toQuestionPath(card.subject, card.slug),
    heading: toHeading(card),
    headingHtml: drawn?.html,
    points,
    answerHtml: points.length > 0 ? undefined : answer.html,
  }
  const length = points.reduce((sum, point) => sum + point.length, item.answerHtml?.length ?? 0)
  return {
    item,
    length,
    formulaFonts: [...answer.formulaFonts, ...recalled.formulaFonts, ...(drawn?.formulaFonts ?? [])],
  }
}
