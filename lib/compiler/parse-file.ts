import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '@/lib/core/finding'
import type { PlacedAddress, QuestionRecord, SubjectRecord } from '@/lib/core/types'
import type { SchemaDef } from './schema/schema'
import { readGone } from './source/read-gone'
import { readQuestion } from './source/read-question'
import { readSubject } from './source/read-subject'
import { readText } from './source/read-text'

/** A file to read; `knownHash` is that of its content when it was last read. Paths are below the content folder. */
export type FileToParse = { dir: string; name: string; knownHash: string | undefined }

/**
 * What a file holds. A file whose content is the known one is not parsed, and has neither record nor problems; nor has one
 * that `vanished` since it was seen.
 */
export type ParsedFile = {
  /** When it was read, in milliseconds since 1970, and the SHA-256 of what was read. */
  readAt: number
  hash: string
  unchanged: boolean
  vanished?: true
  question?: QuestionRecord
  subject?: SubjectRecord
  gone?: PlacedAddress[]
  problems: Problem[]
}

/** Reads a file of the content folder and makes of it what the store keeps, or everything that is wrong with it. */
export function parseFile(contentDir: string, file: FileToParse, schema: SchemaDef): ParsedFile {
  const readAt = Date.now()
  const bytes = readIfThere(path.join(contentDir, file.dir, file.name))
  if (!bytes) return { readAt, hash: '', unchanged: false, vanished: true, problems: [] }
  const hash = createHash('sha256').update(bytes).digest('base64url')
  if (hash === file.knownHash) return { readAt, hash, unchanged: true, problems: [] }
  const read = { readAt, hash, unchanged: false }
  const text = readText(bytes)
  if (typeof text !== 'string') return { ...read, problems: [text] }
  if (file.dir === '') {
    const { record, problems } = readGone(text)
    return { ...read, ...(record && { gone: record }), problems }
  }
  if (file.dir === 'subjects') {
    const { record, problems } = readSubject(text, file.name, schema)
    return { ...read, ...(record && { subject: record }), problems }
  }
  const { record, problems } = readQuestion(text, `${file.dir}/${file.name}`, schema)
  return { ...read, ...(record && { question: record }), problems }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** What a file is read with. */
export type ReadSetting = { contentDir: string; schema: SchemaDef }

export const prepare =
  ({ contentDir, schema }: ReadSetting) =>
  (file: FileToParse): ParsedFile =>
    parseFile(contentDir, file, schema)
