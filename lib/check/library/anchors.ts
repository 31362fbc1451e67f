import { parseMarkdown } from '@/lib/answer/markdown'
import { arrangeOutline } from '@/lib/answer/outline'
import { openQuestion } from '../question/open-question'
import type { QuestionFile } from '../question/question-file'
import type { CheckedFiles, KnownQuestion } from './checked-files'

/** The ids that the headings and points of an answer get on its page. */
export const listAnchors = ({ path: file }: KnownQuestion, { contentDir }: CheckedFiles): string[] =>
  toAnchors(openQuestion(contentDir, file))

/** The same for an open file; empty if there is none. */
export function toAnchors(question: QuestionFile | undefined): string[] {
  if (!question || question.answer.excess) return []
  const { segments, source } = question.answer
  const tree = parseMarkdown(segments, source.breaks, () => '')
  return arrangeOutline(tree, () => '').map(({ id }) => id)
}
