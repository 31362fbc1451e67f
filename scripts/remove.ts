import path from 'node:path'
import { parseArgs } from 'node:util'
import { planRemove } from '@/lib/authoring/plan-remove'
import { parseQuestionPlace } from '@/lib/authoring/question-place'
import { getQuestionAt } from '@/lib/authoring/rename-places'
import { toShown } from '@/lib/authoring/shown-path'
import { toCount } from '@/lib/core/counted-noun'
import { toQuestionPath } from '@/lib/core/routes'
import { warnOfUnread, withLibrary } from './authoring/open-library'
import { writeAll } from './authoring/write-changes'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run remove -- ADDRESS [--reason TEXT] [--dry-run]

Removes a question: deletes its file, lists its address and its aliases in content/gone.yml, so that visitors and
search engines learn that it was removed, and lists the links to it. ADDRESS is an address or a file.
  --reason TEXT   why, for future readers of content/gone.yml
  --dry-run       print what would change, and change nothing
  --content DIR   the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE       the content store (default: CONTENT_DB)
Exit status: 0; 1 if there is no such question; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      reason: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      content: { type: 'string', default: settings.contentDir },
      db: { type: 'string', default: settings.contentDb },
    },
  })
  const [given, ...rest] = positionals
  if (!given || rest.length > 0) throw new UsageError('Give one address.')
  const contentDir = path.resolve(values.content)
  const contentDb = path.resolve(values.db)
  const place = parseQuestionPlace(given, contentDir)

  const plan = await withLibrary({ contentDir, contentDb }, ({ library, unread }) => {
    const question = getQuestionAt(library, place)
    const date = new Date().toISOString().slice(0, 10)
    const { siteUrl } = settings
    const copies = library.listBySlug(question.slug).filter((copy) => copy.path !== question.path)
    const { reason } = values
    return { question, unread, copies, ...planRemove({ question, contentDir, siteUrl, date, reason, library }) }
  })
  const { question, writes, addresses, links, copies, unread } = plan

  console.log(`Removed: ${toShown(contentDir, question.path)}`)
  for (const address of addresses) console.log(`410 Gone: ${address}`)
  for (const { path: file, line, column } of links) console.log(`${toShown(contentDir, file)}:${line}:${column}`)
  if (links.length > 0)
    console.log(`${toCount(links.length, 'link')} to it: remove each, or point it to another question.`)
  for (const copy of copies) console.log(`The same slug is in ${toShown(contentDir, copy.path)}, which stays.`)
  warnOfUnread(unread, toQuestionPath(question.subject, question.slug))
  await writeAll({ contentDir, contentDb, dryRun: values['dry-run'] }, writes)
  return 0
})

await runIfStarted(import.meta.url, main)
