import type { Edit } from '@/lib/core/finding'
import { relatedFields } from '@/lib/core/related-fields'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionFile } from './question-file'

/** A related question as a file names it; `at` is the offset of its address. */
export type RelatedField = { field: string; url: string; at: number }

/** The related questions that a file names. */
export const listRelated = (file: QuestionFile): RelatedField[] =>
  relatedFields.flatMap((field) => {
    const url = file.getText(`${field}.url`)
    if (!url) return []
    return [{ field, url, at: file.inField(`${field}.url`, 0) }]
  })

export const isItself = ({ key }: QuestionFile, { url }: RelatedField) => url === toQuestionPath(key.subject, key.slug)

/** Removes a field and everything below it from the front matter. */
export function toRemoval(file: QuestionFile, field: string): Edit {
  const { yaml, yamlStart } = file.frontMatter
  const start = file.startOf(field)
  const next = /\n(?=\S)/.exec(yaml.slice(start - yamlStart))
  return { start, end: next ? start + next.index + 1 : yamlStart + yaml.length, text: '' }
}
