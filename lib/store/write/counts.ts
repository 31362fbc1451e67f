import { hashAddress } from '@/lib/core/address-hash'
import { toSlug } from '@/lib/core/names'
import { parseQuestionPath, toQuestionPath } from '@/lib/core/routes'
import type { QuestionRecord } from '@/lib/core/types'
import type { Store } from '../schema/open'
import type { Derivation } from './derivation'
import type { StoredQuestion } from './question-rows'
import { Tally } from './tally'

type Name = { slug: string; name: string }

/** How many questions use each name of a subject or author, and how many link to each address. */
export class Counts implements Derivation {
  private readonly links = new Tally<number>((address) => address)
  private readonly subjects = new Tally<Name>(({ slug, name }) => `${slug}/${name}`)
  private readonly authors = new Tally<Name>(({ slug, name }) => `${slug}/${name}`)

  constructor(private readonly store: Store) {}

  add(_id: number, question: QuestionRecord) {
    this.count(question, 1)
  }

  remove(question: StoredQuestion) {
    this.count(question, -1)
  }

  settle() {
    const countLink = this.store.prepare(
      'INSERT INTO inbound VALUES (?, ?) ON CONFLICT DO UPDATE SET links = links + excluded.links',
    )
    for (const [address, change] of this.links.list()) countLink.run(address, change)
    const countName = (table: string) =>
      this.store.prepare(`INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses`)
    const countAuthor = countName('author_name')
    for (const [{ slug, name }, change] of this.authors.list()) countAuthor.run(slug, name, change)
    const countSubject = countName('subject_name')
    for (const [{ slug, name }, change] of this.subjects.list()) countSubject.run(slug, name, change)
  }

  private count(
    { subject, slug, subjectTitle = '', author, details }: StoredQuestion | QuestionRecord,
    change: 1 | -1,
  ) {
    const itself = toQuestionPath(subject, slug)
    for (const address of new Set(details.related)) {
      if (address !== itself && parseQuestionPath(address)) this.links.add(hashAddress(address), change)
    }
    this.authors.add({ slug: toSlug(author), name: author }, change)
    this.subjects.add({ slug: subject, name: subjectTitle }, change)
  }
}
