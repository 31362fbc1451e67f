import { toQuestionPath } from '@/lib/core/routes'
import type { RuleDefinition } from '@/lib/core/rule'
import type { QuestionKey } from '@/lib/core/types'
import type { FieldFinding } from '../../schema/field-finding'

export const rule: RuleDefinition = {
  name: 'path-agrees',
  severity: 'error',
  blocks: true,
  expects: '“url” and “file_name”, where a file has them, match the path of the file.',
  why: 'The path determines the address. If they differ, the file was probably moved without updating the fields.',
  wrong: 'file_name: what-is-cold.md        (in what-is-heat.md)',
  right: 'file_name: what-is-heat.md',
}

/** What is wrong with the fields that say where the file is; `file` is its path below the content folder. */
export function checkPath(
  fields: Record<string, unknown>,
  { subject, slug }: QuestionKey,
  file: string,
): FieldFinding[] {
  return Object.entries({ url: toQuestionPath(subject, slug), file_name: `${slug}.md` }).flatMap(
    ([field, expected]) => {
      const value = fields[field]
      if (typeof value !== 'string' || value === '' || value === expected) return []
      const message = `“${field}” says ${value}, but the file is ${file}, so it should be ${expected}. Change the field or move the file.`
      return [{ field, rule, message }]
    },
  )
}
