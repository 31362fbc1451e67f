import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseCondition } from '@/lib/authoring/field-conditions'
import { listQuestionFields, parseSetting, parseUnset } from '@/lib/authoring/field-settings'
import { planEdit } from '@/lib/authoring/plan-edit'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { finishWrites } from '@/lib/compiler/source/write-files'
import { listQuestionFiles } from './authoring/question-files'
import { writeChanges } from './authoring/write-changes'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run edit -- --set FIELD=VALUE… [--unset FIELD…] [--where CONDITION…] [PATH…] [--dry-run]

Changes fields of many questions at once, all or none, and keeps every other byte of their files.
  --set FIELD=VALUE    such as author=Ada or seo.title=Heat; may be repeated
  --unset FIELD        removes a field
  --where FIELD=VALUE  only questions with this value; FIELD!=VALUE: with another value or none; FIELD=: with none.
                       “subject” is the folder or the name in the file. Several conditions must all hold.
  PATH…                only these files and folders; --where or PATH is required
  --dry-run            print what would change, and change nothing
  --content DIR        the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE            the content store (default: CONTENT_DB)
A file that cannot be changed so that it stays valid, or without touching other bytes, is named and left as it is.
Exit status: 0; 1 if a file was left; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true, default: [] },
      unset: { type: 'string', multiple: true, default: [] },
      where: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
      content: { type: 'string', default: settings.contentDir },
      db: { type: 'string', default: settings.contentDb },
    },
  })
  if (values.set.length + values.unset.length === 0) throw new UsageError('Give --set FIELD=VALUE or --unset FIELD.')
  if (values.where.length + positionals.length === 0)
    throw new UsageError('Say which questions: --where FIELD=VALUE, or files and folders (“content” for all).')
  const contentDir = path.resolve(values.content)
  const { schema } = await generateSchema()
  const fields = listQuestionFields(schema)
  const edit = {
    contentDir,
    schema,
    settings: [
      ...values.set.map((written) => parseSetting(written, fields)),
      ...values.unset.map((field) => parseUnset(field, fields)),
    ],
    conditions: values.where.map((written) => parseCondition(written, (field) => fields.has(field))),
  }
  await finishWrites(contentDir)
  function* listChanges() {
    for (const file of listQuestionFiles(contentDir, positionals)) yield planEdit(file, edit)
  }
  const writing = { contentDir, contentDb: path.resolve(values.db), dryRun: values['dry-run'] }
  return writeChanges(writing, listChanges())
})

await runIfStarted(import.meta.url, main)
