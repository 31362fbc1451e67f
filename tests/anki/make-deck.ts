import { toNote } from '@/lib/anki/note'
import { toDeckId } from '@/lib/anki/write-collection'
import { toPackage } from '@/lib/anki/write-package'
import { renderPortable } from '@/lib/answer/portable'
import type { Card } from '@/lib/core/types'

/** A physics question, last changed on a given day. */
export const toCard = (slug: string, text: string, modified = '2026-01-15'): Card => ({
  ...{ id: 1, subject: 'physics', slug, title: `What is ${slug}?`, subjectTitle: 'Physics', modified },
  answer: { text, breaks: 'real' },
  details: { keywords: [], related: [], links: undefined, aliases: [] },
})

/** A deck file with these questions. */
export const pack = async (cards: Card[]) => {
  const notes = cards.map(async (card) => {
    const { html, points } = await renderPortable(card.answer, { formulas: 'tex', prefix: 'x-' })
    return toNote(card, html, points)
  })
  return toPackage({ id: toDeckId('Physics'), name: 'Physics', notes: await Promise.all(notes) })
}
