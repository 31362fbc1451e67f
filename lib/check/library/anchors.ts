import { parseMarkdown } from '@/lib/answer/markdown'
import { arrangeOutline } from '@/lib/answer/outline'
import { openQuestion } from '../question/open-question'
import type { CheckedFiles, KnownQuestion } from './checked-files'

/** The ids that the headings and points of an answer get on its page. */
export function listAnchors({ path: file }: KnownQuestion, { contentDir }: CheckedFiles): string[] {
  const question = openQuestion(contentDir, file)
  if (!question || question.answer.excess) return []
  const { segments, source } = question.answer
  const tree = parseMarkdown(segments, source.breaks, () => '')
  return arrangeOutline(tree, () => '').map(({ id }) => id)
}
