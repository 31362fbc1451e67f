import { hashAddress } from '@/lib/core/address-hash'
import { toTitleIdentity } from '@/lib/core/names'
import type { QuestionKey } from '@/lib/core/types'
import { toSense } from '@/lib/search/sense'
import { getRow, listRows, type Store } from '../schema/open'
import { prepareRelated } from './related'

/** A question and its file, by its path below the content folder. */
export type FiledQuestion = QuestionKey & { title: string; path: string }

/** The most twins worth showing to a person. */
const maxDuplicates = 10

/** How many similar questions are named at most, and how similar they must be, from 0 to 1. */
const maxNamed = 3
const leastNamed = 0.6

/** Queries of the authoring commands: what is already in use, and who links to a question. One look-up each. */
export function prepareAuthoring(store: Store) {
  const columns = 'SELECT q.subject, q.slug, q.title, q.path FROM question q'
  const sql = {
    byTitle: store.prepare(`${columns} WHERE q.title_identity = ? LIMIT ${maxDuplicates}`),
    bySlug: store.prepare(`${columns} WHERE q.slug = ? LIMIT ${maxDuplicates}`),
    byNumber: store.prepare(`${columns} WHERE q.number = ? LIMIT ${maxDuplicates}`),
    byAddress: store.prepare(`${columns} WHERE q.subject = ? AND q.slug = ?`),
    lastNumber: store.prepare('SELECT max(number) AS number FROM question WHERE number IS NOT NULL'),
    referrers: store.prepare(
      `${columns} WHERE q.id IN (SELECT question_id FROM link WHERE address = ?) ORDER BY q.path`,
    ),
    alias: store.prepare(`${columns} JOIN alias a ON a.question_id = q.id WHERE a.address = ?`),
    removed: store.prepare('SELECT 1 FROM removed_address WHERE address = ?'),
    subjectTitle: store.prepare(
      'SELECT coalesce((SELECT title FROM subject_file WHERE slug = ?1), (SELECT title FROM subject WHERE slug = ?1)) AS title',
    ),
  }
  const { readAlike } = prepareRelated(store)
  const getFiled = ({ subject, slug }: QuestionKey) => getRow<FiledQuestion>(sql.byAddress, subject, slug)
  return {
    /** The questions that may ask the same thing as a title that is not in the library, the most similar first. */
    listSimilar(title: string, subject: string): FiledQuestion[] {
      const sense = toSense(title, subject)
      return readAlike({ title, subject, canonicalId: 0, details: { keywords: [] } })
        .filter(({ question, similarity }) => similarity >= leastNamed || toSense(question.title, subject) === sense)
        .slice(0, maxNamed)
        .flatMap(({ question }) => getFiled(question) ?? [])
    },
    /** The questions with this title, compared without case, accents, spaces and punctuation. */
    listByTitle: (title: string) => {
      const identity = toTitleIdentity(title)
      return listRows<FiledQuestion>(sql.byTitle, hashAddress(identity)).filter(
        (question) => toTitleIdentity(question.title) === identity,
      )
    },
    listBySlug: (slug: string) => listRows<FiledQuestion>(sql.bySlug, slug),
    listByNumber: (number: number) => listRows<FiledQuestion>(sql.byNumber, number),
    getFiled,
    /** The question that an old address leads to. */
    getByAlias: (address: string) => getRow<FiledQuestion>(sql.alias, address),
    /** Whether an address is listed as removed. */
    isRemoved: (address: string) => getRow(sql.removed, address) !== undefined,
    /** The highest editorial number in use, 0 if there is none. */
    getLastNumber: () => getRow<{ number: number | null }>(sql.lastNumber)?.number ?? 0,
    /** The questions whose file probably names an address: looked up by its hash, so check before you edit. */
    listReferrers: (address: string) => listRows<FiledQuestion>(sql.referrers, hashAddress(address)),
    getSubjectTitle: (subject: string) =>
      getRow<{ title: string | null }>(sql.subjectTitle, subject)?.title ?? undefined,
  }
}
