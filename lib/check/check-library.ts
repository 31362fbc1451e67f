import path from 'node:path'
import type { GeneratedSchema } from '@/lib/compiler/schema/generate'
import { toQuestionKey } from '@/lib/compiler/source/read-question'
import { finishWrites } from '@/lib/compiler/source/write-files'
import { byPosition, type Finding, toFinding } from '@/lib/core/finding'
import { goneFile } from '@/lib/core/gone-file'
import { toQuestionPath } from '@/lib/core/routes'
import type { PlacedAddress } from '@/lib/core/types'
import { AffectedFiles, type Change } from './affected-files'
import { applyExceptions } from './exceptions'
import { CheckIndex, type IndexedFile } from './index/check-index'
import { IndexUpdates } from './index/index-updates'
import { toAddress } from './library/addresses'
import { CheckedFiles, type KnownQuestion, toRemoved } from './library/checked-files'
import { listStrayFiles } from './library/stray-files'
import { rules } from './registry'
import type { Rule } from './rule'
import { toFailure } from './rules/file/check-failed'
import type { Wording } from './text/wording'

export type CheckOptions = {
  contentDir: string
  /** The folder of the site's static files, where images are. */
  publicDir: string
  /** The file of the check's index; created if missing. */
  indexFile: string
  /** Changes whenever the rules do: an index of another version is not used. */
  version: string
  schema: GeneratedSchema
  wording: Wording
  /** Today's date, YYYY-MM-DD. */
  today: string
  /**
   * Files to check, by their paths below the content folder; all files if absent. For a removed file, what refers to
   * it is checked.
   */
  scope?: readonly string[]
  /** What the files of the scope were before, and what else changed; everything that refers to these is checked too. */
  change?: Change
  onProgress?: (files: number) => void
  /** The rules whose findings are not wanted: what they need from other files is not looked up. */
  skippedRules?: ReadonlySet<string>
}

/** A file and what is wrong with it, in the order of its lines; its path is below the content folder. */
export type CheckedFile = { path: string; findings: Finding[] }

/**
 * Checks content files, in the order of their paths. With a scope, the cost depends only on the scope: other files are
 * read only if their folder changed, or if they are a link target or a duplicate.
 */
export async function* checkLibrary(options: CheckOptions): AsyncGenerator<CheckedFile> {
  const { contentDir, publicDir, today, scope, schema, wording } = options
  await finishWrites(contentDir)
  const index = new CheckIndex(options.indexFile, options.version)
  try {
    const updates = new IndexUpdates(index, { contentDir, schema: schema.schema, wording }, options.onProgress)
    const complete = scope === undefined || index.fresh
    if (complete) await updates.readAll()
    else await updates.readChangedFolders()
    const files = new CheckedFiles(index, updates, contentDir, publicDir, today, complete)
    const run = new CheckRun(index, updates, files, options.skippedRules ?? new Set())
    if (scope === undefined) index.settle()
    yield* scope === undefined ? run.checkAll() : run.checkSome(scope, options.change)
  } finally {
    index.close()
  }
}

class CheckRun {
  constructor(
    private readonly index: CheckIndex,
    private readonly updates: IndexUpdates,
    private readonly files: CheckedFiles,
    private readonly skippedRules: ReadonlySet<string>,
  ) {}

  *checkAll(): Generator<CheckedFile> {
    yield* listStrayFiles(this.files.contentDir)
    for (const dir of new Set(['', ...this.index.listFolders()])) {
      for (const [name, finding] of this.updates.listRefused(dir)) {
        yield { path: path.posix.join(dir, name), findings: [finding] }
      }
      for (const file of this.index.listFiles(dir)) yield this.check(file)
    }
  }

  *checkSome(scope: readonly string[], change?: Change): Generator<CheckedFile> {
    const affected = new AffectedFiles(this.index, this.files)
    const earlier = new Set(change?.earlier.map(({ path: file }) => file))
    const returned: string[] = []
    yield* listStrayFiles(this.files.contentDir).filter(({ path: file }) => scope.includes(file))
    for (const file of [...new Set(scope)].sort()) {
      const { dir, base: name } = path.posix.parse(file)
      const found = this.updates.readOne(dir, name)
      const question = found && this.files.toQuestion(found)
      const refused = this.updates.listRefused(dir).find(([other]) => other === name)
      if (found) yield this.check(found)
      if (question) returned.push(...toAddresses(question))
      if (change && question && !earlier.has(file)) affected.addNew(question)
      if (refused) yield { path: file, findings: [refused[1]] }
      if (found || refused) continue
      if (dir === 'subjects') affected.addRemovedSubject(file)
      else if (dir.startsWith('learn/')) affected.addRemoved(file, toAddressOfPath(file))
    }
    for (const question of change?.earlier ?? []) affected.addEdited(question)
    for (const address of change?.publicFiles ?? []) affected.addReferrers(address)
    yield* this.checkAffected(affected, new Set(scope))
    if (!scope.includes(goneFile)) yield* this.checkReturned(returned)
  }

  /** What a change broke in files that are not checked themselves. */
  private *checkAffected(affected: AffectedFiles, checked: ReadonlySet<string>): Generator<CheckedFile> {
    for (const id of affected.list()) {
      const file = this.index.getById(id)
      if (!file || checked.has(`${file.dir}/${file.name}`)) continue
      const { path, findings } = this.check(file)
      const broken = affected.choose(id, findings)
      if (broken.length > 0) yield { path, findings: broken }
    }
  }

  /** Addresses in gone.yml that checked questions use, as their address or as an alias. */
  private *checkReturned(addresses: string[]): Generator<CheckedFile> {
    const findings = this.findInRemoved(this.files.listRemoved(addresses))
    if (findings.length > 0) yield { path: goneFile, findings }
  }

  private check(file: IndexedFile): CheckedFile {
    try {
      return this.compare(file)
    } catch (error) {
      return { path: path.posix.join(file.dir, file.name), findings: [...toOwn(file), toFailure(error)] }
    }
  }

  private compare(file: IndexedFile): CheckedFile {
    const own = toOwn(file)
    const question = this.files.toQuestion(file)
    if (file.dir === '') return { path: file.name, findings: [...own, ...this.findInRemoved(toRemoved(file))] }
    if (!question) return { path: `${file.dir}/${file.name}`, findings: own }
    const findings = applyExceptions(question.facts, [...own, ...this.findInLibrary(question)])
    return { path: question.path, findings: findings.sort(byPosition) }
  }

  private findInLibrary(question: KnownQuestion): Finding[] {
    // An excepted rule always runs: otherwise its exception would look unused.
    const isAsked = ({ name }: Rule) =>
      !this.skippedRules.has(name) || question.facts.exceptions.some(({ text }) => text === name)
    return rules
      .filter((rule) => rule.findInLibrary && isAsked(rule))
      .flatMap((rule) => [...(rule.findInLibrary?.(question, this.files) ?? [])].map((match) => toFinding(rule, match)))
  }

  private findInRemoved = (removed: readonly PlacedAddress[]): Finding[] =>
    rules.flatMap((rule) =>
      [...(rule.findInRemoved?.(removed, this.files) ?? [])].map((match) => toFinding(rule, match)),
    )
}

const toOwn = (file: IndexedFile) => JSON.parse(file.findings) as Finding[]

const toAddresses = (question: KnownQuestion) => [
  toAddress(question),
  ...question.facts.aliases.map(({ address }) => address),
]

function toAddressOfPath(file: string): string {
  const { subject, slug } = toQuestionKey(file)
  return toQuestionPath(subject, slug)
}
