import path from 'node:path'
import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { parseContent } from '@/lib/compiler/source/parse-content'
import { readFilesAt } from './changed-files'
import { toAnchors } from './library/anchors'
import { type CrossFileFacts, toCrossFileFacts } from './question/cross-file-facts'
import { QuestionFile } from './question/question-file'

/** What other files could rely on in a question before a change. */
export type EarlierQuestion = { path: string; facts: CrossFileFacts; anchors: string[] }

/** How many files are read from git at once. */
const batch = 200

/** The questions among the files of a change, as a commit has them. */
export async function readEarlierQuestions(
  commit: string,
  contentDir: string,
  files: readonly string[],
  schema: SchemaDef,
): Promise<EarlierQuestion[]> {
  // No other name can be a question, and git reads one name per line.
  const questions = files.filter((file) => /^learn\/[\w./-]+\.md$/.test(file))
  const found: EarlierQuestion[] = []
  for (let at = 0; at < questions.length; at += batch) {
    const read = await readFilesAt(commit, contentDir, questions.slice(at, at + batch))
    found.push(...read.flatMap(([file, bytes]) => parse(file, bytes, schema) ?? []))
  }
  return found
}

function parse(file: string, bytes: Buffer, schema: SchemaDef): EarlierQuestion | undefined {
  const { dir, base } = path.posix.parse(file)
  const { text, frontMatter, question } = parseContent(bytes, dir, base, schema)
  if (text === undefined || !frontMatter || !question) return undefined
  const opened = new QuestionFile(file, text, frontMatter)
  return { path: file, facts: toCrossFileFacts(opened, question), anchors: toAnchors(opened) }
}
