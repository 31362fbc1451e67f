import path from 'node:path'
import { parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { readIfThere } from '@/lib/compiler/source/read-file'
import { readText } from '@/lib/compiler/source/read-text'
import { QuestionFile } from './question-file'

/** A question file by its path below the content folder; undefined if it does not exist or cannot be read. */
export function openQuestion(contentDir: string, file: string): QuestionFile | undefined {
  const bytes = readIfThere(path.join(contentDir, file))
  const text = bytes && readText(bytes)
  const frontMatter = typeof text === 'string' ? parseFrontMatter(text) : undefined
  if (typeof text !== 'string' || !frontMatter || 'rule' in frontMatter) return undefined
  return new QuestionFile(file, text, frontMatter)
}
