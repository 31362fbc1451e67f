import type { RootContent } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Match } from '@/lib/core/finding'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** A label before the question, and one before its answer, alone or with the text behind it. */
const asks = /^(?:question|q)\s*[:.]\s*/i
const answers = /^(?:answer\s*(?:$|:\s*)|a:\s+)/i

export const rule: Rule = {
  name: 'title-again',
  severity: 'warning',
  fix: 'removes a line that has the title alone',
  expects: 'An answer begins with what it says, not with its title or the word “Answer”.',
  why: 'The page shows the title above. Readers see it twice, and lists and search results begin with it.',
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

/** Finds a first block that has the title alone, and gives whether there is one. */
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
