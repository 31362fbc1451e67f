import 'server-only'
import { createHash } from 'node:crypto'
import { toNote } from '@/lib/anki/note'
import { toDeckId } from '@/lib/anki/write-collection'
import { toPackage } from '@/lib/anki/write-package'
import { listPoints } from '@/lib/answer/pool/list-points'
import { showAnswer } from '@/lib/answer/pool/render-pool'
import { toShortId } from '@/lib/core/short-id'
import { site } from '@/lib/core/site'
import type { Card } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/current'
import type { SiteFile } from './send-file'
import { parseDeckRequest } from './sheet-request'

/** Incremented when the same questions give a different deck. */
const form = 1

/** The deck for an address; undefined if it has no questions. */
export async function getDeckFile(parameters: URLSearchParams): Promise<SiteFile | undefined> {
  const selection = parseDeckRequest(parameters)
  const selected = selection && (await getLibrary().readSelection(selection))
  if (!selected || selected.questions.length === 0) return undefined
  const { subject, topic, questions, sequence } = selected
  const name = [site.name, subject?.title, topic?.name].filter(Boolean).join('::')
  const file = topic ? `${subject?.slug}-${topic.slug}` : 'questions'
  return {
    type: 'application/apkg',
    version: sequence,
    // Computed without rendering, so that a client that has the deck is answered with 304 cheaply.
    tag: createHash('sha256')
      .update(JSON.stringify([form, site.url, name, questions]))
      .digest('base64url'),
    body: () => toPackage({ id: toDeckId(name), name, notes: listNotes(questions) }),
    headers: { 'x-robots-tag': 'noindex', 'content-disposition': `attachment; filename="${file}.apkg"` },
  }
}

async function* listNotes(questions: readonly Card[]) {
  for (const card of questions) {
    const form = { formulas: 'tex', prefix: `${toShortId(card)}-` } as const
    const answer = await showAnswer(card.answer, form)
    const { points } = await listPoints(card.details.recall, answer, form)
    yield toNote(card, answer.html, points)
  }
}
