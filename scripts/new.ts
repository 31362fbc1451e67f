import path from 'node:path'
import { parseArgs } from 'node:util'
import { createQuestion } from '@/lib/authoring/create-question'
import { toShown } from '@/lib/authoring/shown-path'
import { findSubject, listSubjectSlugs, toUnknownSubject } from '@/lib/authoring/subjects'
import { parseTitle } from '@/lib/authoring/title'
import { toQuestionPath } from '@/lib/core/routes'
import { canAsk, Questions } from './authoring/ask'
import { withLibrary } from './authoring/open-library'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run new -- "What is …?" --subject SUBJECT

Writes the file of a new question and says what is to be filled in. On a terminal it asks for what is missing.
  --subject SUBJECT   physics, "Computer Science", …
  --content DIR       the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE           the content store (default: CONTENT_DB)
Exit status: 0; 1 if the question exists already; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      subject: { type: 'string' },
      content: { type: 'string', default: settings.contentDir },
      db: { type: 'string', default: settings.contentDb },
    },
  })
  if (positionals.length > 1) throw new UsageError('One title at a time: put it in quotes.')
  const contentDir = path.resolve(values.content)
  const known = listSubjectSlugs(contentDir)
  const toSubject = (given: string) => parseSubject(known, given)

  const questions = new Questions()
  const { title, slug } = await take(
    'the title',
    positionals[0],
    'The question, as a student would ask it:',
    parseTitle,
  )
  const subject = await take(
    '--subject',
    values.subject,
    `The subjects are: ${known.join(', ')}.\nIts subject:`,
    toSubject,
  )
  questions.close()

  /** What was given on the command line, or what a person at the terminal answers. */
  async function take<Value>(
    name: string,
    given: string | undefined,
    question: string,
    parse: (text: string) => Value,
  ) {
    if (given !== undefined) return parse(given)
    if (!canAsk()) throw new UsageError(`Missing: ${name}.`)
    return questions.ask(question, parse)
  }

  const content = { contentDir, contentDb: path.resolve(values.db) }
  const file = await withLibrary(content, ({ library, schema, unread }) => {
    if (unread.length > 0) console.error(`Not compared with ${unread.join(', ')}: see “npm run check”.`)
    return createQuestion({ title, slug, subject, date: toDay(new Date()), contentDir, library, schema })
  })
  const shown = toShown(contentDir, file)
  console.log(`Written: ${shown}

1. Replace every line that begins with TODO: first the answer, then page_description and page_keywords.
2. npm run check -- ${shown}
3. npm run dev, and see it at http://localhost:${settings.port}${toQuestionPath(subject, slug)}`)
  return 0
})

function parseSubject(known: readonly string[], given: string): string {
  const found = findSubject(known, given)
  if ('slug' in found) return found.slug
  throw new Error(toUnknownSubject(known, given))
}

/** In UTC, so that it is nowhere in the future. */
function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

await runIfStarted(import.meta.url, main)
