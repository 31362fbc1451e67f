import type { Finding } from '@/lib/core/finding'
import type { PlacedAddress, QuestionRecord, SubjectRecord } from '@/lib/core/types'
import type { SchemaDef } from './schema/schema'
import { parseContent } from './source/parse-content'
import { type FileRead, type FileToRead, readFile } from './source/read-file'

/** What the store keeps of a file, or everything that is wrong with it; nothing where it is unchanged or vanished. */
export type ParsedFile = FileRead & {
  question?: QuestionRecord
  subject?: SubjectRecord
  removed?: PlacedAddress[]
  findings: Finding[]
}

/** What a file is read with. */
export type ReadSetting = { contentDir: string; schema: SchemaDef }

/** Reads files in a thread. What is not needed any more stays there: the text alone would double what is sent. */
export const prepare =
  ({ contentDir, schema }: ReadSetting) =>
  (file: FileToRead): ParsedFile => {
    const { bytes, ...read } = readFile(contentDir, file)
    if (!bytes) return { ...read, findings: [] }
    const { question, subject, removed, findings } = parseContent(bytes, file.dir, file.name, schema)
    return {
      ...read,
      findings,
      ...(question && { question }),
      ...(subject && { subject }),
      ...(removed && findings.length === 0 && { removed }),
    }
  }
