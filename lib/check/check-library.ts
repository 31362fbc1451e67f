import path from 'node:path'
import { CheckIndex, type IndexedFile } from '@/lib/check/index/check-index'
import type { GeneratedSchema } from '@/lib/compiler/schema/generate'
import { toQuestionKey } from '@/lib/compiler/source/read-question'
import { lookAt } from '@/lib/compiler/source/walk'
import type { Problem } from '@/lib/core/finding'
import { goneFile } from '@/lib/core/gone-file'
import { toQuestionPath } from '@/lib/core/routes'
import { isRule, rules } from '@/lib/core/rules/registry'
import type { Facts } from './facts'
import { IndexUpdates } from './index-updates'
import { Library, toGone } from './library'
import { checkAddresses, checkGone } from './library-rules/addresses'
import { checkDates } from './library-rules/dates'
import { checkImages } from './library-rules/images'
import { checkRelated } from './library-rules/related'
import { checkSiteLinks } from './library-rules/site-links'
import { checkSubject } from './library-rules/subjects'
import { checkTwins } from './library-rules/twins'

export type CheckOptions = {
  contentDir: string
  /** The folder of the site's static files, where images are. */
  publicDir: string
  /** Where the check remembers what it read; made if it is not there. */
  indexFile: string
  /** Changes whenever rules do: what was remembered under another one is not used. */
  version: string
  schema: GeneratedSchema
  /** The present day, YYYY-MM-DD. */
  today: string
  /** Files to check, by their paths below the content folder; all where absent. Those that are gone are looked for in links. */
  scope?: readonly string[]
  onProgress?: (files: number) => void
}

/** A file and what is wrong with it, in the order of its lines; its path is below the content folder. */
export type CheckedFile = { path: string; problems: Problem[] }

/**
 * Checks content files and gives them in the order of their paths. With a scope, work follows the scope: other files
 * are read only where their folder changed or where they are found to be a target or a twin.
 */
export async function* checkLibrary(options: CheckOptions): AsyncGenerator<CheckedFile> {
  const { contentDir, publicDir, scope, schema } = options
  const index = new CheckIndex(options.indexFile, options.version)
  try {
    const updates = new IndexUpdates(index, { contentDir, schema: schema.schema }, options.onProgress)
    const complete = scope === undefined || index.fresh
    if (complete) await updates.readAll()
    else await updates.readChangedFolders()
    const library = new Library(index, updates, contentDir, publicDir, complete)
    const run = new CheckRun(options, index, updates, library)
    yield* scope === undefined ? run.checkAll() : run.checkSome(scope)
  } finally {
    index.close()
  }
}

class CheckRun {
  constructor(
    private readonly options: CheckOptions,
    private readonly index: CheckIndex,
    private readonly updates: IndexUpdates,
    private readonly library: Library,
  ) {}

  *checkAll(): Generator<CheckedFile> {
    for (const dir of ['', ...this.index.listFolders()]) {
      for (const { name, rule, message } of this.updates.refused.get(dir) ?? []) {
        yield { path: path.posix.join(dir, name), problems: [{ line: 1, column: 1, rule, message }] }
      }
      for (const file of this.index.listFiles(dir)) yield this.check(file)
    }
  }

  *checkSome(scope: readonly string[]): Generator<CheckedFile> {
    const gone: string[] = []
    const returned: string[] = []
    for (const file of [...new Set(scope)].sort()) {
      const { dir, base: name } = path.posix.parse(file)
      const found = this.updates.readOne(dir, name)
      const { refused } = lookAt(this.options.contentDir, dir, name)
      if (found) yield this.check(found)
      if (found) returned.push(...this.listAddresses(found))
      for (const { rule, message } of refused) yield { path: file, problems: [{ line: 1, column: 1, rule, message }] }
      if (!found && refused.length === 0 && dir.startsWith('learn/')) gone.push(file)
    }
    for (const file of gone) yield* this.checkReferrers(toAddressOfPath(file), new Set(scope))
    if (!scope.includes(goneFile)) yield* this.checkReturned(returned)
  }

  /** The links to an address at which no question is any more, in files that are not checked themselves. */
  private *checkReferrers(address: string, checked: ReadonlySet<string>): Generator<CheckedFile> {
    if (this.library.getByAddress(address)) return
    for (const id of this.index.listByLink(address)) {
      const file = this.index.getById(id)
      if (!file || checked.has(`${file.dir}/${file.name}`)) continue
      const { path, problems } = this.check(file)
      const dead = problems.filter(({ rule, message }) => isDeadLink.has(rule) && message.includes(address))
      if (dead.length > 0) yield { path, problems: dead }
    }
  }

  /** The addresses in gone.yml at which one of the questions that are checked stands now, or stood before. */
  private *checkReturned(addresses: string[]): Generator<CheckedFile> {
    const problems = [...checkGone(this.library.listGone(addresses), this.library)]
    if (problems.length > 0) yield { path: goneFile, problems }
  }

  private listAddresses(file: IndexedFile): string[] {
    const facts = this.library.toQuestion(file)?.facts
    return facts
      ? [toQuestionPath(facts.key.subject, facts.key.slug), ...facts.aliases.map(({ address }) => address)]
      : []
  }

  private check(file: IndexedFile): CheckedFile {
    const { library } = this
    const own = JSON.parse(file.problems) as Problem[]
    const question = library.toQuestion(file)
    if (file.dir === '') return { path: file.name, problems: [...own, ...checkGone(toGone(file), library)] }
    if (!question) return { path: `${file.dir}/${file.name}`, problems: own }
    const { facts, path } = question
    const problems = [
      ...own,
      ...checkDates(facts, this.options.today),
      ...checkSubject(question, library),
      ...checkTwins(question, library),
      ...checkAddresses(question, library),
      ...checkRelated(facts, library),
      ...checkSiteLinks(question, library),
      ...checkImages(facts, library),
    ]
    return { path, problems: withExceptions(facts, problems).sort((a, b) => a.line - b.line || a.column - b.column) }
  }
}

const isDeadLink = new Set<string>(['related-dead', 'link-dead'])

function toAddressOfPath(file: string): string {
  const { subject, slug } = toQuestionKey(file)
  return toQuestionPath(subject, slug)
}

/** The problems without those of rules that the file switches off; an exception that nothing needs is a problem itself. */
function withExceptions({ exceptions }: Facts, problems: Problem[]): Problem[] {
  const off = new Set(exceptions.map(({ text }) => text))
  const unused = exceptions.flatMap(({ text, line, column }): Problem[] => {
    const canBeOff = isRule(text) && !rules[text].blocks
    if (!canBeOff || problems.some(({ rule }) => rule === text)) return []
    const message = `“check_off” names ${text}, but the file does not break that rule. Remove it.`
    return [{ line, column, rule: 'exception', message }]
  })
  return [...problems.filter(({ rule }) => rules[rule].blocks || !off.has(rule)), ...unused]
}
