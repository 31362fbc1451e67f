import path from 'node:path'
import { parseArgs } from 'node:util'
import { type FileChange, toFileWrites } from '@/lib/authoring/file-change'
import { planRename } from '@/lib/authoring/plan-rename'
import { parseQuestionPlace } from '@/lib/authoring/question-place'
import { getQuestionAt, toFreePlace } from '@/lib/authoring/rename-places'
import { toShown } from '@/lib/authoring/shown-path'
import { toCount } from '@/lib/core/counted-noun'
import { toQuestionPath } from '@/lib/core/routes'
import { warnOfUnread, withLibrary } from './authoring/open-library'
import { writeAll } from './authoring/write-changes'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run rename -- OLD NEW [--dry-run]

Gives a question another address: moves its file, keeps the old address as an alias, which redirects to the new one, and
rewrites other questions' links to it. OLD and NEW are addresses (/learn/physics/questions/what-is-heat) or files.
  --dry-run       print what would change, and change nothing
  --content DIR   the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE       the content store (default: CONTENT_DB)
Exit status: 0; 1 if NEW is taken or OLD does not exist; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      content: { type: 'string', default: settings.contentDir },
      db: { type: 'string', default: settings.contentDb },
    },
  })
  const [oldPlace, newPlace, ...rest] = positionals
  if (!oldPlace || !newPlace || rest.length > 0) throw new UsageError('Give the old and the new address.')
  const contentDir = path.resolve(values.content)
  const contentDb = path.resolve(values.db)
  const places = [parseQuestionPlace(oldPlace, contentDir), parseQuestionPlace(newPlace, contentDir)] as const

  const plan = await withLibrary({ contentDir, contentDb }, ({ library, schema, unread }) => {
    const from = getQuestionAt(library, places[0])
    const to = toFreePlace(library, contentDir, from, places[1])
    const { siteUrl } = settings
    const copies = library.listBySlug(from.slug).filter((copy) => copy.path !== from.path)
    return { from, to, unread, copies, ...planRename({ from, to, contentDir, siteUrl, schema, library }) }
  })
  const { from, to, moved, referrers, keepsOldAddress, copies, unread } = plan

  console.log(`${toShown(contentDir, from.path)} → ${toShown(contentDir, to.path)}`)
  for (const change of [moved, ...referrers]) showChange(contentDir, change)
  const oldAddress = toQuestionPath(from.subject, from.slug)
  const fate = keepsOldAddress ? 'redirects to' : 'is not kept, since it is hidden from search engines; the new one is'
  console.log(`${oldAddress} ${fate} ${toQuestionPath(to.subject, to.slug)}.`)
  console.log(`${toCount(referrers.length, 'other file')} changed.`)
  if (from.slug !== to.slug)
    for (const copy of copies)
      console.log(`The same slug is in ${toShown(contentDir, copy.path)}: should it be renamed too?`)
  warnOfUnread(unread, oldAddress)
  const writes = [...referrers, moved].flatMap(toFileWrites)
  await writeAll({ contentDir, contentDb, dryRun: values['dry-run'] }, writes)
  return 0
})

function showChange(contentDir: string, { path: file, newPath, places }: FileChange) {
  for (const { line, column } of places) console.log(`  ${toShown(contentDir, newPath ?? file)}:${line}:${column}`)
}

await runIfStarted(import.meta.url, main)
