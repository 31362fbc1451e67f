import type { QuestionKey, QuestionPlace } from '../types'
import { prepareNeighbours } from './neighbours'
import { listRows, type Store } from './open'

/**
 * Says of each list, and of each question whose neighbours changed, that this compile changed it, so that pages which
 * show them are rendered anew and all others are not.
 */
export class VersionWriter {
  private readonly places: QuestionPlace[] = []
  private readonly slugs = new Set<string>()
  private readonly lists = new Set<string>()
  private subjectsChanged = false

  constructor(
    private readonly store: Store,
    private readonly version: number,
    /** In a store made anew everything has this version, and nothing need be noted but which lists there are. */
    private readonly fresh: boolean,
  ) {}

  /** A question came into the lists at this place, or left them. */
  noteInLists({ subject, slug, date }: QuestionPlace) {
    if (!this.fresh) this.places.push({ subject, slug, date })
    this.noteWording({ subject, slug })
  }

  /** What lists show of a question changed, but not its place in them. */
  noteWording({ subject, slug }: QuestionKey) {
    this.lists.add(subject)
    if (!this.fresh) this.slugs.add(slug)
  }

  /** The name or description of a subject changed, which pages show far beyond its own. */
  noteSubject(slug: string) {
    this.lists.add(slug)
    this.subjectsChanged = true
  }

  /** Writes it all down, once indexes and owners are settled. */
  write() {
    const setList = this.store.prepare('INSERT OR REPLACE INTO list_version VALUES (?, ?, ?)')
    this.touchNeighbours()
    this.addSubjectsOfCopies()
    for (const subject of this.lists) setList.run('subject', subject, this.version)
    if (this.lists.size > 0 || this.fresh) setList.run('all', '', this.version)
    if (this.subjectsChanged || this.fresh) setList.run('subjects', '', this.version)
  }

  private touchNeighbours() {
    const { getNeighbours } = prepareNeighbours(this.store)
    const touch = this.store.prepare('UPDATE question SET version = ? WHERE id = ?')
    for (const place of this.places) {
      const { previous, next } = getNeighbours(place)
      for (const neighbour of [previous, next]) if (neighbour) touch.run(this.version, neighbour.id)
    }
  }

  /** A question that stands in several subjects changed in the lists of all of them. */
  private addSubjectsOfCopies() {
    const subjectsOf = this.store.prepare('SELECT DISTINCT subject FROM question WHERE slug = ?')
    for (const slug of this.slugs) {
      for (const { subject } of listRows<{ subject: string }>(subjectsOf, slug)) this.lists.add(subject)
    }
  }
}
