import { arrangeHeadings } from '@/lib/answer/headings'
import { parseMarkdown } from '@/lib/answer/markdown'
import { openQuestion } from '../question/open-question'
import type { KnownQuestion, Library } from './library'

/** The ids that the headings of an answer get on its page. */
export function listAnchors({ path: file }: KnownQuestion, { contentDir }: Library): string[] {
  const question = openQuestion(contentDir, file)
  if (!question || question.answer.excess) return []
  const tree = parseMarkdown(question.answer.segments, () => '')
  return arrangeHeadings(tree, () => '').map(({ id }) => id)
}
