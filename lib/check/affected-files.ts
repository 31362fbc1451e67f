import path from 'node:path'
import type { Finding, Position } from '@/lib/core/finding'
import { toSubjectPath } from '@/lib/core/routes'
import type { EarlierQuestion } from './earlier-questions'
import type { CheckIndex } from './index/check-index'
import { toAddress } from './library/addresses'
import { listAnchors } from './library/anchors'
import type { CheckedFiles, KnownQuestion } from './library/checked-files'
import { type Reference, toReferredAddress } from './question/cross-file-facts'
import { rulesByName } from './registry'

/** What was changed besides the files that are checked, and what these were before. */
export type Change = { earlier: readonly EarlierQuestion[]; publicFiles: readonly string[] }

const fileStart: Position = { line: 1, column: 1 }

/**
 * The files that refer to what a change took away, and where: to what others see of a question (its address, title and
 * headings, whether it is shown), to the address of an image, or to a subject. They are found by look-up, so the cost
 * depends only on the change and on those files.
 */
export class AffectedFiles {
  private readonly places = new Map<number, Set<string>>()

  constructor(
    private readonly index: CheckIndex,
    private readonly files: CheckedFiles,
  ) {}

  /** The ids of the files. */
  list = () => [...this.places.keys()].sort((a, b) => a - b)

  /** The findings of a file that concern the change. */
  choose(id: number, findings: readonly Finding[]): Finding[] {
    const places = this.places.get(id)
    return findings.filter((found) => places?.has(toKey(found)) && rulesByName.get(found.rule)?.findInLibrary)
  }

  /** Notes who refers to a question that has changed. */
  addEdited({ facts, anchors }: EarlierQuestion) {
    const address = toAddress({ facts })
    const present = this.files.getByAddress(address)
    if (!present || toShown(present.facts) !== toShown(facts)) return this.addReferrers(address)
    const left = anchors.length > 0 ? new Set(listAnchors(present, this.files)) : undefined
    if (left && anchors.some((anchor) => !left.has(anchor))) {
      this.addReferrers(address, (reference) => reference.text.includes('#'))
    }
  }

  /** Notes who claims the address of a new question: as an alias, or by the path of a file. */
  addNew(question: KnownQuestion) {
    const address = toAddress(question)
    for (const { id, facts } of this.files.listByAlias(address)) {
      this.add(
        id,
        facts.aliases.filter((alias) => alias.address === address),
      )
    }
    for (const { id } of this.files.listByKey(question.facts.key, question)) this.add(id, [fileStart])
  }

  /** Notes who refers to a file that is gone, or to its subject if it was the last one there. */
  addRemoved(file: string, address: string) {
    this.addReferrers(address)
    const [, subject = ''] = file.split('/')
    if (!this.files.hasSubject(subject)) this.addReferrers(toSubjectPath(subject))
  }

  /** Notes every question of a subject whose file is gone. */
  addRemovedSubject(file: string) {
    const dir = `learn/${path.posix.basename(file, '.yml')}`
    for (const folder of this.index.listFolders()) {
      if (folder !== dir && !folder.startsWith(`${dir}/`)) continue
      for (const { id } of this.index.listFiles(folder)) this.add(id, [fileStart])
    }
  }

  /** Notes every place that refers to an address, or only those that `isWanted` accepts. */
  addReferrers(address: string, isWanted: (reference: Reference) => boolean = () => true) {
    for (const id of this.index.listByLink(address)) {
      const [question] = this.files.listByIds([id])
      if (question) this.add(id, listPlaces(question, address, isWanted))
    }
  }

  private add(id: number, places: readonly Position[]) {
    if (places.length === 0) return
    const known = this.places.get(id) ?? new Set()
    for (const place of places) known.add(toKey(place))
    this.places.set(id, known)
  }
}

const toKey = ({ line, column }: Position) => `${line}:${column}`

/** What other files show or rely on. */
const toShown = ({ title, noIndex, canonical }: KnownQuestion['facts']) =>
  JSON.stringify([title, noIndex, canonical?.text])

function listPlaces(
  { facts }: KnownQuestion,
  address: string,
  isWanted: (reference: Reference) => boolean,
): Position[] {
  const related = facts.related.flatMap(({ url, title }) => {
    const places = title ? [url, title] : [url]
    return toReferredAddress(url.text) === address && isWanted(url) ? places : []
  })
  const others = [...facts.links, ...facts.images, ...(facts.canonical ? [facts.canonical] : [])]
  return [...related, ...others.filter((other) => toReferredAddress(other.text) === address && isWanted(other))]
}
