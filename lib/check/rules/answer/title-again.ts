import type { RootContent } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Match } from '@/lib/core/finding'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** A label before the question, and one before its answer, alone or followed by the text. */
const asks = /^(?:question|q)\s*[:.]\s*/i
const answers = /^(?:answer\s*(?:$|:\s*)|a:\s+)/i

export const rule: Rule = {
  name: 'title-again',
  severity: 'warning',
  fix: 'removes a line that only repeats the title',
  expects: 'An answer begins with its first sentence, not with the title or the word “Answer”.',
  why: 'The page already shows the title. Readers would see it twice, and so would lists and search results.',
  wrong: '# What is heat?\n\nHeat is energy on its way.',
  right: 'Heat is energy on its way.',

  *findInQuestion(file) {
    const [root] = file.answer.list('root')
    const [first, second] = root?.children ?? []
    if (!first) return
    const isTitle = yield* findTitle(file, first, second)
    const label = isTitle ? second : first
    const found = label && isText(label) ? answers.exec(toText(label)) : null
    // “A:” may begin a list of letters.
    if (!label || !found || !(isTitle || /^answer/i.test(found[0]))) return
    const message = `Readers know that this is the answer. Remove “${found[0].trim()}”.`
    yield { at: file.answer.startOf(label), message }
  },
}

const isText = ({ type }: RootContent) => type === 'heading' || type === 'paragraph'

/** Reports a first block that only repeats the title; returns whether there is one. */
function* findTitle(file: QuestionFile, block: RootContent, next: RootContent | undefined): Generator<Match, boolean> {
  const title = file.getText('title')
  if (!title || !isText(block) || toLetters(toText(block).replace(asks, '')) !== toLetters(title)) return false
  const { answer } = file
  const start = block.position?.start.offset ?? 0
  const end = next?.position?.start.offset
  const fix = end === undefined ? undefined : toAllEdits([toPlainEdit(file, start, end, '')])
  yield { at: answer.toFile(start), message: 'The page shows its title above. Remove it here.', ...(fix && { fix }) }
  return true
}

const toLetters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
