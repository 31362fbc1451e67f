import type { Edit, Mistake } from '@/lib/core/finding'
import { toQuestionPath } from '@/lib/core/routes'
import { relatedFields } from '../facts'
import type { QuestionFile } from '../question-file'

/** Related questions that are the question itself, or named before. */
export function* checkRelated(file: QuestionFile): Generator<Mistake> {
  const own = toQuestionPath(file.key.subject, file.key.slug)
  const seen = new Map<string, string>()
  for (const field of relatedFields) {
    const url = file.getText(`${field}.url`)
    if (!url) continue
    const at = file.inField(`${field}.url`, 0)
    const fix = [toRemoval(file, field)]
    if (url === own) {
      yield { at, rule: 'related-self', message: `“${field}” names this question itself. Remove it.`, fix }
    } else if (seen.has(url)) {
      yield {
        at,
        rule: 'related-double',
        message: `“${field}” names the same question as “${seen.get(url)}”. Remove one.`,
        fix,
      }
    } else seen.set(url, field)
  }
}

/** Takes a field with everything below it out of the front matter. */
function toRemoval(file: QuestionFile, field: string): Edit {
  const { yaml, yamlStart } = file.frontMatter
  const start = file.startOf(field)
  const next = /\n(?=\S)/.exec(yaml.slice(start - yamlStart))
  return { start, end: next ? start + next.index + 1 : yamlStart + yaml.length, text: '' }
}
