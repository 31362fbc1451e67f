import path from 'node:path'
import { parseArgs } from 'node:util'
import { createQuestion } from '@/lib/authoring/create-question'
import { toArgument, toShown } from '@/lib/authoring/shown-path'
import { findSubject, listSubjectSlugs, toUnknownSubject } from '@/lib/authoring/subjects'
import { parseTitle, toSlugOf } from '@/lib/authoring/title'
import { toQuestionPath } from '@/lib/core/routes'
import type { FiledQuestion } from '@/lib/store/read/authoring'
import { canAsk, Questions } from './authoring/ask'
import { withLibrary } from './authoring/open-library'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run new -- "What is …?" --subject SUBJECT [--slug NAME]

Creates the file of a new question and says what to fill in. On a terminal it asks for what is missing.
  --subject SUBJECT   physics, "Computer Science", …
  --slug NAME         the name of the file and the last part of the address (default: derived from the title)
  --content DIR       the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE           the content store (default: CONTENT_DB)
Exit status: 0; 1 if the question exists already; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      subject: { type: 'string' },
      slug: { type: 'string' },
      content: { type: 'string', default: settings.contentDir },
      db: { type: 'string', default: settings.contentDb },
    },
  })
  if (positionals.length > 1) throw new UsageError('One title at a time: put it in quotes.')
  const contentDir = path.resolve(values.content)
  const known = listSubjectSlugs(contentDir)
  const toSubject = (given: string) => parseSubject(known, given)

  const questions = new Questions()
  const toTitle = (given: string) => {
    const title = parseTitle(given)
    return { title, slug: toSlugOf(title, values.slug) }
  }
  const { title, slug } = await take('the title', positionals[0], 'The question, as a student would ask it:', toTitle)
  const subject = await take(
    '--subject',
    values.subject,
    `The subjects are: ${known.join(', ')}.\nIts subject:`,
    toSubject,
  )
  questions.close()

  /** What was given on the command line, or else what is answered on the terminal. */
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
  const { file, similar } = await withLibrary(content, ({ library, schema, unread }) => {
    if (unread.length > 0) console.error(`Not compared with ${unread.join(', ')}: see “npm run check”.`)
    const date = toDay(new Date())
    return {
      similar: library.listSimilar(title, subject),
      file: createQuestion({ title, slug, subject, date, contentDir, library, schema }),
    }
  })
  const shown = toShown(contentDir, file)
  console.log(`Written: ${shown}
${similar.length > 0 ? toSimilarText(similar, contentDir) : ''}
1. Replace every line that begins with TODO: first the answer, then page_description and page_keywords.
2. npm run check -- ${toArgument(shown)}
3. npm run dev, and see it at http://localhost:${settings.port}${toQuestionPath(subject, slug)}`)
  return 0
})

function toSimilarText(similar: readonly FiledQuestion[], contentDir: string): string {
  const lines = similar.map((other) => `  “${other.title}”  ${toShown(contentDir, other.path)}\n`)
  return `\nSimilar questions. If one of them asks the same, improve that one and remove the new file:\n${lines.join('')}`
}

function parseSubject(known: readonly string[], given: string): string {
  const found = findSubject(known, given)
  if ('slug' in found) return found.slug
  throw new Error(toUnknownSubject(known, given))
}

/** In UTC, which the check never takes for a date in the future. */
function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

await runIfStarted(import.meta.url, main)
