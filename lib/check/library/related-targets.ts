import type { NamedQuestion } from '../index/check-index'
import type { Reference } from '../question/cross-file-facts'
import { toAddress } from './addresses'
import { perQuestion } from './per-question'

export type RelatedTarget = { url: Reference; title: Reference | undefined; target: NamedQuestion | undefined }

/** The related questions of a question, deduplicated and without itself, with what is at their addresses. */
export const listRelatedTargets = perQuestion((question, files): RelatedTarget[] => {
  const seen = new Set([toAddress(question)])
  return question.facts.related.flatMap(({ url, title }) => {
    if (seen.has(url.text)) return []
    seen.add(url.text)
    return [{ url, title, target: files.getNamed(url.text) }]
  })
})
