import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { applyEdits } from '@/lib/compiler/source/edit-text'
import { type FrontMatter, parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { readQuestion } from '@/lib/compiler/source/read-question'
import { readText } from '@/lib/compiler/source/read-text'
import type { FileWrite } from '@/lib/compiler/source/write-files'
import { type Edit, isBlocking, type Position, toPosition } from '@/lib/core/finding'

/** A question file, parsed for editing; `path` is below the content folder. */
export type OpenFile = { path: string; bytes: Buffer; text: string; frontMatter: FrontMatter }

/** A change to a file: its bytes before and after, its new path if it moves, and the places that change. */
export type FileChange = {
  path: string
  newPath?: string
  before: Buffer
  after: Buffer
  places: Position[]
}

/** A change as files to write: moving a file creates one and removes one. */
export function toFileWrites({ path: file, newPath, before, after }: FileChange): FileWrite[] {
  if (!newPath) return [{ path: file, before, after }]
  return [
    { path: newPath, before: undefined, after },
    { path: file, before, after: undefined },
  ]
}

/** Reads a question file for editing; throws a message for the author if it cannot be read. */
export function openFile(contentDir: string, file: string): OpenFile {
  return openBytes(file, readFileSync(path.join(contentDir, file)))
}

/** The same for the bytes that a file has, or would have. */
export function openBytes(file: string, bytes: Buffer): OpenFile {
  const text = readText(bytes)
  const frontMatter = typeof text === 'string' ? parseFrontMatter(text) : text
  if (typeof text !== 'string' || 'rule' in frontMatter) {
    const reason = 'rule' in frontMatter ? frontMatter.message : ''
    throw new Error(`${file} cannot be read, so it cannot be changed. ${reason}`)
  }
  return { path: file, bytes, text, frontMatter }
}

/** A file with some places changed; throws if it would no longer be a valid question. */
export function toFileChange(file: OpenFile, edits: readonly Edit[], schema: SchemaDef, newPath?: string): FileChange {
  const after = applyEdits(file.bytes, edits)
  const places = edits.map(({ start }) => toPosition(file.text, start)).sort((a, b) => a.line - b.line)
  const change = { path: file.path, ...(newPath && { newPath }), before: file.bytes, after, places }
  refuseInvalid(change, schema)
  return change
}

/** Throws if a change would leave an invalid question. */
export function refuseInvalid({ path: file, newPath, after }: FileChange, schema: SchemaDef) {
  const text = readText(after)
  const findings = typeof text === 'string' ? readQuestion(text, newPath ?? file, schema).findings : [text]
  const broken = findings.find(isBlocking)
  if (broken) throw new Error(`Changing ${file} would make it invalid: ${broken.message}`)
}
