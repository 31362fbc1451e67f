import type { Finding } from '@/lib/core/finding'
import type { PlacedAddress, QuestionRecord, SubjectRecord } from '@/lib/core/types'
import type { SchemaDef } from './schema/schema'
import { parseContent } from './source/parse-content'
import { type FileRead, type FileToRead, readFile } from './source/read-file'
import { toQuestionRecord } from './source/read-question'

/** What the store needs from a file, or everything that is wrong with it; neither if it is unchanged or has vanished. */
export type ParsedFile = FileRead & {
  question?: QuestionRecord
  subject?: SubjectRecord
  removed?: PlacedAddress[]
  findings: Finding[]
}

/** What each thread that reads files is started with. */
export type ReadSetting = { contentDir: string; schema: SchemaDef }

/** Reads files in a thread. Returns only what is needed: the text alone would double what is transferred. */
export const prepare =
  ({ contentDir, schema }: ReadSetting) =>
  (file: FileToRead): ParsedFile => {
    const { bytes, ...read } = readFile(contentDir, file)
    if (!bytes) return { ...read, findings: [] }
    const { question, subject, removed, findings } = parseContent(bytes, file.dir, file.name, schema)
    return {
      ...read,
      findings,
      ...(question && { question: toQuestionRecord(question) }),
      ...(subject && { subject }),
      ...(removed && findings.length === 0 && { removed }),
    }
  }
