import type { AnswerText } from '../../question/answer-text'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { isForeign, isForeignTerm } from '../../text/foreign'
import { isMentioned, toCodeRemedy } from '../../text/mentioned'
import { toMisspellings } from '../../text/misspellings'

/**
 * What is next to letters that are part of a name, an address, a path, a file name and the like, or of a word that is
 * broken or contains invisible characters.
 */
const partBefore = /(?:[\p{L}\p{N}\p{Cf}'’_./@\\#-]|-\n[ \t>]*)$/u
const partAfter = /^(?:[\p{L}\p{N}\p{Cf}'’_/@\\-]|\.\p{L})/u
/** Letters of the same word with other emphasis, as in a mnemonic: `**H**andle`. */
const markedBefore = /[\p{L}\p{N}][*_]{1,3}$/u
const markedAfter = /^[*_]{1,3}[\p{L}\p{N}]/u
const words = /[A-Za-z]{3,}/g
const smallWords = /[a-z]{3,}/g
/** Words in sentences about spelling, and in answers about it. */
const talk =
  /\b(?:mis-?spel\w*|spel(?:l|lings?|ls|led|t|ling)|typos?|sic|(?:wrong|incorrect)(?:ly)?|(?:the|this) words?)\b/i
const topic = /\b(?:mis-?spel\w*|typos?|spelling (?:mistake|error|rule)s?)\b/i
const startOfSentence = /(?:^|[\n\0]|[.!?] )$/

export const rule: Rule = {
  name: 'spelling',
  severity: 'warning',
  fix: 'writes the right word, if there is only one and the text is not about the misspelling',
  expects: 'Words are spelled as in a dictionary. (content/check.yml can add misspellings, or allow a word.)',
  why: 'Search does not find a misspelled word, and readers trust the rest less.',
  wrong: 'Heat is definately recieved.',
  right: 'Heat is definitely received.',

  *findInQuestion(file, _rules, wording) {
    const { prose } = file.answer
    const misspellings = toMisspellings(wording)
    // Most answers have none, and finding where each word is takes ten times as long.
    const small = prose.toLowerCase().match(smallWords) ?? []
    if (!small.some((word) => misspellings.has(word))) return
    const isTopic = topic.test(file.text)
    for (const { index, 0: written } of prose.matchAll(words)) {
      const rights = misspellings.get(written.toLowerCase())
      if (!rights || !isWord(file.answer, index, written) || isForeign(prose, index, index + written.length)) continue
      if (isInForeignTerm(file.answer, index)) continue
      const [right = '', ...others] = rights.map((other) => toCaseOf(written, other))
      const part = { start: index, end: index + written.length }
      const isMention = isTopic || isMentioned(file.answer.markdown, part, rights, talk)
      const remedy = isMention ? toCodeRemedy(written) : ''
      const message = `“${written}” is a misspelling. Write ${[right, ...others].join(' or ')}.${remedy}`
      const fix =
        others.length === 0 && !isMention
          ? toAllEdits([toPlainEdit(file, index, index + written.length, right)])
          : undefined
      yield { at: file.answer.toFile(index), message, fix }
    }
  },
}

/** Whether letters are a word in lower case, or one that begins a sentence: names have spellings of their own. */
function isWord({ prose, markdown }: AnswerText, index: number, written: string): boolean {
  const end = index + written.length
  const before = prose.slice(Math.max(0, index - 12), index)
  const isPart =
    partBefore.test(before) ||
    partAfter.test(prose.slice(end, end + 3)) ||
    markedBefore.test(markdown.slice(Math.max(0, index - 4), index)) ||
    markedAfter.test(markdown.slice(end, end + 4))
  return !isPart && (/^[a-z]+$/.test(written) || (/^[A-Z][a-z]+$/.test(written) && startOfSentence.test(before)))
}

const isInForeignTerm = (answer: AnswerText, index: number) =>
  answer.list('emphasis').some(({ position }) => {
    const start = position?.start.offset ?? 0
    const end = position?.end.offset ?? 0
    return start < index && index < end && isForeignTerm(answer.markdown.slice(start, end))
  })

const toCaseOf = (written: string, right: string) =>
  /^[A-Z]/.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right
