import { existsSync, lstatSync } from 'node:fs'
import path from 'node:path'
import type { CheckIndex, IndexedFile } from '@/lib/check/index/check-index'
import { isUntouched } from '@/lib/compiler/source/untouched'
import { toTitleIdentity } from '@/lib/core/names'
import { parseQuestionPath } from '@/lib/core/routes'
import type { PlacedAddress, QuestionKey } from '@/lib/core/types'
import type { Facts } from './facts'
import type { IndexUpdates } from './index-updates'
import { fromText, toBands, toLikeness } from './signature'

/** A question of the library, as it is on disk now; `path` is below the content folder. */
export type KnownQuestion = { id: number; path: string; facts: Facts; signature: Uint32Array | undefined }

/** What a rule may ask of the library. Each costs a few look-ups, however large the library is. */
export class Library {
  constructor(
    private readonly index: CheckIndex,
    private readonly updates: IndexUpdates,
    readonly contentDir: string,
    readonly publicDir: string,
    /** Whether every file was just looked at; otherwise each that is found is looked at before it is believed. */
    private readonly complete: boolean,
  ) {}

  /** The question that a file holds; undefined where it could not be read as one. */
  toQuestion({ id, dir, name, facts, signature }: IndexedFile): KnownQuestion | undefined {
    if (dir === '' || dir === 'subjects') return undefined
    const parsed = JSON.parse(facts) as Facts | null
    if (!parsed) return undefined
    return {
      id,
      path: `${dir}/${name}`,
      facts: parsed,
      signature: signature === null ? undefined : fromText(signature),
    }
  }

  /** The questions at an address: more than one only by mistake, the one that counts first. */
  listByKey = (key: QuestionKey, but?: KnownQuestion) =>
    this.load(this.index.listByKey(key, but?.id), ({ facts }) => isSameKey(facts.key, key))

  getByAddress(address: string): KnownQuestion | undefined {
    const key = parseQuestionPath(address)
    return key && this.listByKey(key)[0]
  }

  /** Whether the file of an address is there and cannot be read: what is wrong with it is said there, not at every link. */
  isUnreadable(address: string): boolean {
    const key = parseQuestionPath(address)
    const file = key && this.refresh(this.index.getFile(`learn/${key.subject}`, `${key.slug}.md`))
    return file !== undefined && this.toQuestion(file) === undefined
  }

  /** Whether a subject has a folder. */
  hasSubject = (subject: string) => existsSync(path.join(this.contentDir, 'learn', subject))

  listBySlug = (slug: string) => this.load(this.index.listBySlug(slug), ({ facts }) => facts.key.slug === slug)

  /** The other questions with the title of one. */
  listByTitle(question: KnownQuestion) {
    const identity = toTitleIdentity(question.facts.title)
    const ids = this.index.listByTitle(identity, question.id)
    return this.load(ids, ({ facts }) => toTitleIdentity(facts.title) === identity)
  }

  /** The other questions with the number of one. */
  listByNumber(question: KnownQuestion) {
    const { number } = question.facts
    if (number === undefined) return []
    return this.load(this.index.listByNumber(number, question.id), ({ facts }) => facts.number === number)
  }

  /** The questions that were at an address before. */
  listByAlias = (address: string) =>
    this.load(this.index.listByAlias(address), ({ facts }) => facts.aliases.some((alias) => alias.address === address))

  /** The other questions whose text is at least `likeness` alike, the most alike first. */
  listAlike(question: KnownQuestion, likeness: number): { question: KnownQuestion; likeness: number }[] {
    const { id, signature } = question
    if (!signature) return []
    return this.load(this.index.listByBands(toBands(signature), id), () => true)
      .map((other) => ({ question: other, likeness: other.signature ? toLikeness(signature, other.signature) : 0 }))
      .filter((found) => found.likeness >= likeness)
      .sort((a, b) => b.likeness - a.likeness || (a.question.path < b.question.path ? -1 : 1))
  }

  /** The addresses that content/gone.yml names, of those given. */
  listGone(addresses: readonly string[]): PlacedAddress[] {
    const [id] = addresses.flatMap((address) => this.index.listByGone(address))
    const file = id === undefined ? undefined : this.refresh(this.index.getById(id))
    return file ? toGone(file).filter(({ address }) => addresses.includes(address)) : []
  }

  private load(ids: readonly number[], matches: (question: KnownQuestion) => boolean): KnownQuestion[] {
    return ids.flatMap((id) => {
      const file = this.refresh(this.index.getById(id))
      const question = file && this.toQuestion(file)
      return question && matches(question) ? [question] : []
    })
  }

  private refresh(file: IndexedFile | undefined): IndexedFile | undefined {
    if (!file || this.complete) return file
    const stats = lstatSync(path.join(this.contentDir, file.dir, file.name), { throwIfNoEntry: false })
    return stats && isUntouched(stats, file) ? file : this.updates.readOne(file.dir, file.name)
  }
}

/** What the file of gone addresses holds. */
export const toGone = ({ facts }: IndexedFile): PlacedAddress[] => JSON.parse(facts) ?? []

const isSameKey = (a: QuestionKey, b: QuestionKey) => a.subject === b.subject && a.slug === b.slug
