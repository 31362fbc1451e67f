import { hashAddress } from '@/lib/core/address-hash'
import { toSlug } from '@/lib/core/names'
import { parseQuestionPath, toQuestionPath } from '@/lib/core/routes'
import type { QuestionKey } from '@/lib/core/types'
import type { Store } from '../schema/open'
import { Tally } from './tally'

type Name = { slug: string; name: string }

/** What of a question is counted over all questions. */
export type Counted = QuestionKey & { subjectName: string; authorName: string; related: readonly string[] }

/** The counts that a compile changes: names of subjects and authors, and links to each address. */
export class Counts {
  private readonly links = new Tally<number>((address) => address)
  private readonly subjects = new Tally<Name>(({ slug, name }) => `${slug}/${name}`)
  private readonly authors = new Tally<Name>(({ slug, name }) => `${slug}/${name}`)

  /** Counts a question in (`change` 1) or out (-1). */
  add({ subject, slug, subjectName, authorName, related }: Counted, change: 1 | -1) {
    for (const target of listTargets({ subject, slug, related })) {
      this.links.add(hashAddress(toQuestionPath(target.subject, target.slug)), change)
    }
    this.authors.add({ slug: toSlug(authorName), name: authorName }, change)
    this.subjects.add({ slug: subject, name: subjectName }, change)
  }

  write(store: Store) {
    const countLink = store.prepare(
      'INSERT INTO inbound VALUES (?, ?) ON CONFLICT DO UPDATE SET links = links + excluded.links',
    )
    for (const [address, change] of this.links.list()) countLink.run(address, change)
    const countName = (table: string) =>
      store.prepare(`INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses`)
    const countAuthor = countName('author_name')
    for (const [{ slug, name }, change] of this.authors.list()) countAuthor.run(slug, name, change)
    const countSubject = countName('subject_name')
    for (const [{ slug, name }, change] of this.subjects.list()) countSubject.run(slug, name, change)
  }
}

/** The addresses that one file names as related, each once, its own left out. */
export function* listTargets({ subject, slug, related }: Pick<Counted, keyof QuestionKey | 'related'>) {
  const itself = toQuestionPath(subject, slug)
  for (const address of new Set(related)) {
    const target = parseQuestionPath(address)
    if (target && address !== itself) yield target
  }
}
