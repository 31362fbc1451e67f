import type { Card, QuestionKey, Subject } from '@/lib/core/types'
import { type Packed, type PackPlace, packedAtOnce, preparePacks } from '@/lib/store/read/packs'
import { prepareQueries } from '@/lib/store/read/queries'
import type { Store } from '@/lib/store/schema/open'

/** A question of a pack in lists. */
export type PackEntry = PackPlace & { title: string }

/** The questions on one page of contents; parts are numbered from 1. */
export type PackPart = { number: number; entries: PackEntry[] }

export type PackQuestion = PackEntry & { part: number; card: Card }

/** All questions of a subject, read in batches. */
export class SubjectPack {
  readonly questions: number
  /** The day of the last change. */
  readonly modified: string
  private readonly packs
  private readonly queries

  constructor(
    store: Store,
    readonly subject: Subject,
  ) {
    this.packs = preparePacks(store)
    this.queries = prepareQueries(store)
    const { questions, modified } = this.packs.measurePack(subject.slug)
    this.questions = questions
    this.modified = modified ?? '1970-01-01'
  }

  get parts(): number {
    return Math.ceil(this.questions / packedAtOnce)
  }

  *listParts(): Generator<PackPart> {
    let number = 0
    for (const entries of this.listRows()) {
      number += 1
      yield { number, entries }
    }
  }

  *listQuestions(): Generator<PackQuestion> {
    let part = 0
    for (const rows of this.listRows()) {
      part += 1
      const cards = new Map(this.packs.listPackedCards(rows.map(({ id }) => id)).map((card) => [card.id, card]))
      for (const { slug, sort, title, id } of rows) yield { slug, sort, title, part, card: cards.get(id) as Card }
    }
  }

  find = (key: QuestionKey): PackPlace | undefined => this.packs.findPacked(this.subject.slug, key)

  /** The related questions that a question's page on the site shows, as far as they are in the pack. */
  listRelated({ subject, slug }: QuestionKey): PackEntry[] {
    const question = this.queries.getQuestion({ subject, slug })
    if (!question) return []
    const { linked, alike } = this.queries.readRelated(question)
    return [...linked, ...alike].flatMap((summary) => {
      const found = this.find(summary)
      return found ? [{ ...found, title: summary.title }] : []
    })
  }

  private *listRows(): Generator<Packed[]> {
    for (let rows = this.packs.listPacked(this.subject.slug, ''); rows.length > 0; ) {
      yield rows
      rows = this.packs.listPacked(this.subject.slug, (rows.at(-1) as Packed).sort)
    }
  }
}
