import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Conversion } from '@/lib/authoring/plan-convert'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { finishWrites } from '@/lib/compiler/source/write-files'
import { listQuestionFiles } from './authoring/question-files'
import { writeChanges } from './authoring/write-changes'
import { createProgress } from './progress'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run convert -- PATH… [--dry-run]

Moves the field “answer” of older questions into the body below the front matter, with real line breaks: all files or none.
Each is rendered before and after to compare; one whose page would change is named and left as it is.
  PATH…           files and folders: a question, content/learn/<subject>, or “content” for all
  --dry-run       print what would change, and change nothing
  --content DIR   the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE       the content store (default: CONTENT_DB)
Exit status: 0; 1 if a file was left; 2 for wrong use.`

/** How many files are rendered at a time. */
const batchSize = 32

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
  if (positionals.length === 0) throw new UsageError('Name files or folders; “content” is all of them.')
  const contentDir = path.resolve(values.content)
  const { schema } = await generateSchema()
  await finishWrites(contentDir)
  const files = [...listQuestionFiles(contentDir, positionals)]
  const conversion = new Conversion(contentDir, schema, availableParallelism())
  const progress = createProgress('files', files.length)
  async function* listChanges() {
    for (let at = 0; at < files.length; at += batchSize) {
      yield* await Promise.all(files.slice(at, at + batchSize).map((file) => conversion.plan(file)))
      progress.show(at)
    }
    progress.clear()
  }
  const writing = { contentDir, contentDb: path.resolve(values.db), dryRun: values['dry-run'] }
  return writeChanges(writing, listChanges())
})

await runIfStarted(import.meta.url, main)
