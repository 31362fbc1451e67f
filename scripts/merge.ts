import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Drafts } from '@/lib/authoring/drafts'
import { type MergeGroup, parsePlan, toPlanFile } from '@/lib/authoring/merge-plan'
import { draftCanonical, draftMerge } from '@/lib/authoring/plan-merge'
import { parseQuestionPlace } from '@/lib/authoring/question-place'
import { Refusal } from '@/lib/authoring/refusal'
import { getQuestionAt } from '@/lib/authoring/rename-places'
import { toArgument, toShown } from '@/lib/authoring/shown-path'
import { toCount } from '@/lib/core/counted-noun'
import { listCopies } from '@/lib/store/read/copies'
import { warnOfUnread, withLibrary } from './authoring/open-library'
import { writeAll } from './authoring/write-changes'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run merge -- A B [--keep] | --plan FILE | --apply FILE  [--dry-run]

Merges question A into B: removes A's file, redirects its addresses to B, and rewrites other questions' links to it. A and
B are addresses or files. To handle all duplicates: write a plan, edit it, apply it.
  --keep          A keeps its page, and names B as canonical
  --plan FILE     writes all groups of questions with the same slug and answer of which no file names the canonical one
  --apply FILE    does what the plan says, all or nothing
  --dry-run       print what would change, and change nothing
  --content DIR   the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE       the content store (default: CONTENT_DB)
Exit status: 0; 1 if the content forbids it; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      keep: { type: 'boolean', default: false },
      plan: { type: 'string' },
      apply: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      content: { type: 'string', default: settings.contentDir },
      db: { type: 'string', default: settings.contentDb },
    },
  })
  const [a, b] = positionals
  const ways = [values.plan, values.apply, a].filter((way) => way !== undefined)
  if (ways.length !== 1 || positionals.length !== (a ? 2 : 0))
    throw new UsageError('Give two questions, or --plan FILE, or --apply FILE.')
  const contentDir = path.resolve(values.content)
  const contentDb = path.resolve(values.db)

  if (values.plan) {
    const groups = await withLibrary({ contentDir, contentDb }, ({ store }) => listCopies(store))
    writeFileSync(values.plan, toPlanFile(groups), { flag: 'wx' })
    console.log(
      `${toCount(groups.length, 'group')} in ${values.plan}. Read it, change it, then: npm run merge -- --apply ${toArgument(values.plan)}`,
    )
    return 0
  }
  const groups: MergeGroup[] = values.apply
    ? parsePlan(readFileSync(values.apply, 'utf8'), values.apply)
    : [{ canonical: b as string, copies: values.keep ? [a as string] : [], merge: values.keep ? [] : [a as string] }]

  const { changed, removed, unread } = await withLibrary({ contentDir, contentDb }, ({ library, schema, unread }) => {
    const drafts = new Drafts(contentDir, schema)
    const get = (given: string) => getQuestionAt(library, parseQuestionPlace(given, contentDir))
    for (const { canonical, copies, merge } of groups) {
      const into = get(canonical)
      for (const other of [...copies, ...merge].map(get))
        if (other.path === into.path) throw new Refusal(`${canonical} cannot be merged with itself.`)
      for (const copy of copies) draftCanonical(drafts, get(copy), into)
      for (const merged of merge) draftMerge(drafts, library, settings.siteUrl, get(merged), into)
    }
    return { ...drafts.list(), unread }
  })

  for (const { path: file, places } of changed)
    for (const { line, column } of places) console.log(`${toShown(contentDir, file)}:${line}:${column}`)
  for (const { path: file } of removed) console.log(`Removed: ${toShown(contentDir, file)}`)
  console.log(`${toCount(changed.length, 'file')} changed, ${removed.length} removed.`)
  for (const { merge } of groups) for (const address of merge) warnOfUnread(unread, address)
  await writeAll({ contentDir, contentDb, dryRun: values['dry-run'] }, [...changed, ...removed])
  return 0
})

await runIfStarted(import.meta.url, main)
