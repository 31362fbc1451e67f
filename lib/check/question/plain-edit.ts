import type { Edit } from '@/lib/core/finding'
import type { QuestionFile } from './question-file'

/** Replaces a part of the Markdown of an answer; undefined if the file has it written differently. */
export function toPlainEdit({ answer, text }: QuestionFile, start: number, end: number, by: string): Edit | undefined {
  const written = answer.markdown.slice(start, end)
  const at = answer.toFile(start)
  return text.startsWith(written, at) ? { start: at, end: at + written.length, text: by } : undefined
}

/** Edits that belong together: all of them, or none. */
export const toAllEdits = (edits: readonly (Edit | undefined)[]): Edit[] | undefined =>
  edits.every((edit) => edit !== undefined) ? (edits as Edit[]) : undefined
