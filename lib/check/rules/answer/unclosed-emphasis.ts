import type { Match } from '@/lib/core/finding'
import { isCutOff } from '../../question/cut-off'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import { listSpacedBold, type SpacedBold } from '../../question/spaced-bold'
import type { Rule } from '../../rule'
import { hasOneOf } from '../../text/match-if-contains'

const stars = /(?<![\p{L}\p{N}*\\])\*\*(?=\p{L})(?!kwargs)|(?<=\p{L})\*\*(?![\p{L}\p{N}*])/u

/** Bold words with spaces inside the stars: 2 ** 3 is a power. */
const spaced = /(?<=\p{L}{2}[,;:]? |^)\*\*[ ]+\p{L}{2,}[^*\n]{0,200}?[ ]+\*\*(?= \p{L}|[.,;:!?]|$)/u

/** One mark before a word in a sentence: not a pointer of C, nor the name of a variable. */
const single = /(?<=^|[ (“"])(__|[_*])(?=\p{Ll}{3,}[,;:]? \p{L}{2,})/u
const type = /(?:char|int|float|double|void|long|short|struct|const|unsigned|bool|auto|select|count) $/i

export const rule: Rule = {
  name: 'unclosed-emphasis',
  severity: 'warning',
  fix: 'removes spaces inside ** … **, if the stars can be paired in only one way',
  expects: 'Every ** or _ before words has a partner after them, with no space on the inner side.',
  why: 'Otherwise readers see the marks.',
  wrong: '**Heat: energy on its way.',
  right: '**Heat**: energy on its way.',

  *findInQuestion(file) {
    const { answer } = file
    if (!hasOneOf(answer.prose, ['*', '_'])) return
    for (const { text, start, end } of answer.blocks) {
      const bold = text.includes('**') ? listSpacedBold(answer, start, end) : []
      if (bold.length > 0) yield toSpaced(file, bold)
      const mark = findSingle(text)
      if (mark !== undefined) {
        const message = `${text[mark]} has no partner in this paragraph, so readers see it. Write another one after the last word that it is meant for, or remove it.`
        yield { at: answer.toFile(start + mark), message }
      }
      const found = bold.length === 0 && (stars.exec(text) ?? spaced.exec(text))
      if (!found) continue
      const at = start + found.index
      const message = isCutOff(answer, at)
        ? 'The answer is cut off after these stars, or they are not closed. Write the rest, and put ** directly after the last bold word.'
        : 'These stars make nothing bold, so readers see them. Put ** directly before the first and after the last word.'
      yield { at: answer.toFile(at), message }
    }
  },
}

/** Bold words of a block with spaces inside their stars; fixed together, because each pair depends on the others. */
function toSpaced(file: QuestionFile, bold: readonly SpacedBold[]): Match {
  const edits = bold.map(({ start, end, words }) => toPlainEdit(file, start, end, `**${words}**`))
  const right = bold.map(({ words }) => `**${words}**`).join(' and ')
  return {
    at: file.answer.toFile(bold[0]?.start ?? 0),
    message: `Stars with spaces inside make nothing bold. Write ${right}.`,
    fix: toAllEdits(edits),
  }
}

function findSingle(text: string): number | undefined {
  const found = single.exec(text)
  if (!found || type.test(text.slice(Math.max(0, found.index - 20), found.index))) return undefined
  return text.split(found[1] as string).length === 2 ? found.index : undefined
}
