import { existsSync, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { isUntouched } from '@/lib/compiler/scan/untouched'
import { toTitleIdentity } from '@/lib/core/names'
import { parseQuestionPath } from '@/lib/core/routes'
import type { PlacedAddress, QuestionKey } from '@/lib/core/types'
import type { CheckIndex, KnownFile, NamedQuestion } from '../index/check-index'
import type { IndexUpdates } from '../index/index-updates'
import { maxPerStem } from '../index/statements'
import type { CrossFileFacts } from '../question/cross-file-facts'
import { toUsualAuthors } from './authors'
import { toDescriptionIdentity } from './descriptions'
import { fromText, toBands, toLikeness } from './minhash'

/** A question of the library, as it is on disk now; `path` is below the content folder. */
export class KnownQuestion {
  constructor(
    readonly id: number,
    readonly path: string,
    readonly facts: CrossFileFacts,
    private readonly minhashText: string | null,
  ) {}

  /** Decoded lazily: for most questions only the facts are needed. */
  get minhash(): Uint32Array | undefined {
    return this.minhashText === null ? undefined : fromText(this.minhashText)
  }
}

/** How many stems are cached with their questions. */
const maxStems = 10_000

/** What rules can ask about the library. Each call takes a few look-ups, however large the library is. */
export class CheckedFiles {
  private describedSubjects: string[] | undefined
  private readonly idsByStem = new Map<string, number[]>()
  private usualAuthors: ReadonlyMap<string, string> | undefined

  constructor(
    private readonly index: CheckIndex,
    private readonly updates: IndexUpdates,
    readonly contentDir: string,
    readonly publicDir: string,
    /** Today's date, YYYY-MM-DD. */
    readonly today: string,
    /** Whether every file was just scanned; otherwise each file that is found is verified first. */
    private readonly complete: boolean,
  ) {}

  /** The question in a file; undefined if it could not be read as one. */
  toQuestion({ id, dir, name, facts, minhash }: KnownFile): KnownQuestion | undefined {
    if (dir === '' || dir === 'subjects') return undefined
    const parsed = JSON.parse(facts) as CrossFileFacts | null
    return parsed ? new KnownQuestion(id, `${dir}/${name}`, parsed, minhash) : undefined
  }

  /** The questions at an address, the effective one first: more than one is a mistake. */
  listByKey = (key: QuestionKey, but?: KnownQuestion) =>
    this.load(this.index.listByKey(key, but?.id), ({ facts }) => isSameKey(facts.key, key))

  getByAddress(address: string): KnownQuestion | undefined {
    const key = parseQuestionPath(address)
    const file = key && this.refresh(this.index.getByKey(key))
    const question = file && this.toQuestion(file)
    if (!file || (question && isSameKey(question.facts.key, key))) return question
    return this.listByKey(key)[0]
  }

  /** What is needed of a question that another one names. */
  getNamed(address: string): NamedQuestion | undefined {
    const key = parseQuestionPath(address)
    const found = key && this.index.getNamed(key)
    if (!found || this.complete || this.isUntouched(found)) return found
    this.updates.readOne(found.dir, found.name)
    return this.index.getNamed(key)
  }

  /** Whether the file of an address exists but cannot be read: that is reported there, not at every link. */
  isUnreadable(address: string): boolean {
    const key = parseQuestionPath(address)
    const file = key && this.refresh(this.index.getFile(`learn/${key.subject}`, `${key.slug}.md`))
    return file !== undefined && this.toQuestion(file) === undefined
  }

  /** Whether a subject has a folder. */
  hasSubject = (subject: string) => existsSync(path.join(this.contentDir, 'learn', subject))

  /** The subjects with a file of their own in content/subjects. */
  listDescribedSubjects(): string[] {
    const dir = path.join(this.contentDir, 'subjects')
    const names = this.describedSubjects ? [] : existsSync(dir) ? readdirSync(dir) : []
    this.describedSubjects ??= names.flatMap((name) => (name.endsWith('.yml') ? [path.basename(name, '.yml')] : []))
    return this.describedSubjects
  }

  listBySlug = (slug: string) => this.load(this.index.listBySlug(slug), ({ facts }) => facts.key.slug === slug)

  /** Other questions with the same title. */
  listByTitle = (question: KnownQuestion) => this.listTitled(question.facts.title, question)

  /** The questions with a title, compared without case and punctuation. */
  listTitled(title: string, but?: KnownQuestion) {
    const identity = toTitleIdentity(title)
    const ids = identity === '' ? [] : this.index.listByTitle(identity, but?.id)
    return this.load(ids, ({ facts }) => toTitleIdentity(facts.title) === identity)
  }

  /** Other questions with the same description. */
  listByDescription(question: KnownQuestion) {
    const identity = toDescriptionIdentity(question.facts.description?.text ?? '')
    const ids = identity === '' ? [] : this.index.listByDescription(identity, question.id)
    return this.load(ids, ({ facts }) => toDescriptionIdentity(facts.description?.text ?? '') === identity)
  }

  /** The spelling of an author that more files have, if there is one. */
  getUsualAuthor(author: string): string | undefined {
    this.usualAuthors ??= toUsualAuthors(this.index.listAuthors())
    return this.usualAuthors.get(author)
  }

  /** Other questions with the same number. */
  listByNumber(question: KnownQuestion) {
    const { number } = question.facts
    if (number === undefined) return []
    return this.load(this.index.listByNumber(number, question.id), ({ facts }) => facts.number === number)
  }

  /** The questions that have an address as an alias. */
  listByAlias = (address: string) =>
    this.load(this.index.listByAlias(address), ({ facts }) => facts.aliases.some((alias) => alias.address === address))

  /** Other questions whose text has a similarity of at least `likeness`, the most similar first. */
  listAlike(question: KnownQuestion, likeness: number): { question: KnownQuestion; likeness: number }[] {
    const { id, minhash } = question
    if (!minhash) return []
    return this.load(this.index.listByBands(toBands(minhash), id), () => true)
      .map((other) => ({ question: other, likeness: other.minhash ? toLikeness(minhash, other.minhash) : 0 }))
      .filter((found) => found.likeness >= likeness)
      .sort((a, b) => b.likeness - a.likeness || (a.question.path < b.question.path ? -1 : 1))
  }

  /** Other questions with a stem in their titles, by their ids: the first ones, at most `maxPerStem`. */
  listByStem(stem: string, but: KnownQuestion): number[] {
    const ids = this.idsByStem.get(stem) ?? this.index.listByStem(stem)
    // If files are still being read, the index may change.
    if (this.complete && this.idsByStem.size < maxStems) this.idsByStem.set(stem, ids)
    return ids.filter((id) => id !== but.id).slice(0, maxPerStem)
  }

  listByIds = (ids: readonly number[]) => this.load(ids, () => true)

  /** What similarity is computed from, by the ids of questions. */
  listCompared = (ids: readonly number[]) => this.index.listCompared(ids)
  getCompared = ({ id }: { id: number }) => this.index.getCompared(id)
  getAnswerStems = ({ id }: { id: number }) => this.index.getAnswerStems(id)

  /** Those of the given addresses that content/gone.yml lists. */
  listRemoved(addresses: readonly string[]): PlacedAddress[] {
    const [id] = addresses.flatMap((address) => this.index.listByRemoved(address))
    const file = id === undefined ? undefined : this.refresh(this.index.getKnown(id))
    return file ? toRemoved(file).filter(({ address }) => addresses.includes(address)) : []
  }

  private load(ids: readonly number[], matches: (question: KnownQuestion) => boolean): KnownQuestion[] {
    return ids.flatMap((id) => {
      const file = this.refresh(this.index.getKnown(id))
      const question = file && this.toQuestion(file)
      return question && matches(question) ? [question] : []
    })
  }

  private refresh(file: KnownFile | undefined): KnownFile | undefined {
    if (!file || this.complete || this.isUntouched(file)) return file
    return this.updates.readOne(file.dir, file.name)
  }

  private isUntouched(file: NamedQuestion | KnownFile): boolean {
    const stats = lstatSync(path.join(this.contentDir, file.dir, file.name), { throwIfNoEntry: false })
    return stats !== undefined && isUntouched(stats, file)
  }
}

/** The addresses that gone.yml lists. */
export const toRemoved = ({ facts }: KnownFile): PlacedAddress[] => JSON.parse(facts) ?? []

const isSameKey = (a: QuestionKey, b: QuestionKey) => a.subject === b.subject && a.slug === b.slug
