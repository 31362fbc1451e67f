import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listPoints } from '@/lib/answer/pool/list-points'
import { showAnswer } from '@/lib/answer/pool/render-pool'
import type { ReadSetting } from '@/lib/compiler/parse-file'
import { parseContent } from '@/lib/compiler/source/parse-content'
import { decodeHtml } from '@/lib/core/decode-html'

const form = { formulas: 'tex', prefix: '' } as const

/**
 * The points that a reader of a file is asked to recall, as text, and whether its author wrote them (`recall`);
 * undefined if the file is not a valid question.
 */
export async function readPoints(contentDir: string, schema: ReadSetting['schema'], file: string) {
  const { dir, base } = path.posix.parse(file)
  const whole = path.join(contentDir, file)
  if (!existsSync(whole)) return undefined
  const { question } = parseContent(readFileSync(whole), dir, base, schema)
  if (!question) return undefined
  const recall = question.fields.recall?.length ? question.fields.recall : undefined
  const { points } = await listPoints(recall, await showAnswer(question.answer, form), form)
  return { points: points.map((html) => decodeHtml(html.replace(/<[^>]*>/g, ''))), areOfAuthor: recall !== undefined }
}
