import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { isForeign } from '../../text/foreign'
import { isMentioned, toCodeRemedy } from '../../text/mentioned'
import { toMisspellings } from '../../text/misspellings'

/**
 * What a name, an address, a path, a file or a sign of another kind has beside its letters; a word that was broken, or
 * has unseen characters in it, a hyphen or these.
 */
const partBefore = /(?:[\p{L}\p{N}\p{Cf}'’_./@\\#-]|-\n[ \t>]*)$/u
const partBehind = /^(?:[\p{L}\p{N}\p{Cf}'’_/@\\-]|\.\p{L})/u
const words = /[A-Za-z]{3,}/g
const smallWords = /[a-z]{3,}/g
/** Words of sentences that speak of spelling, and of answers that do. */
const talk =
  /\b(?:mis-?spel\w*|spel(?:l|lings?|ls|led|t|ling)|typos?|sic|(?:wrong|incorrect)(?:ly)?|(?:the|this) words?)\b/i
const topic = /\b(?:mis-?spel\w*|typos?|spelling (?:mistake|error|rule)s?)\b/i
const startOfSentence = /(?:^|[\n\0]|[.!?] )$/

export const rule: Rule = {
  name: 'spelling',
  severity: 'warning',
  fix: 'writes the right word, where there is just one and the text does not speak of the wrong one',
  expects:
    'Words are spelled as dictionaries have them. (content/check.yml adds to the list, or takes a word out of it.)',
  why: 'A misspelled word is not found, and readers trust the rest less.',
  wrong: 'Heat is definately recieved.',
  right: 'Heat is definitely received.',

  *findInQuestion(file, _rules, wording) {
    const { prose } = file.answer
    const misspellings = toMisspellings(wording)
    // Most answers have none: to ask where each word is takes ten times as long.
    const small = prose.toLowerCase().match(smallWords) ?? []
    if (!small.some((word) => misspellings.has(word))) return
    const isTopic = topic.test(file.text)
    for (const { index, 0: written } of prose.matchAll(words)) {
      const rights = misspellings.get(written.toLowerCase())
      if (!rights || !isWord(prose, index, written) || isForeign(prose, index, index + written.length)) continue
      const [right = '', ...others] = rights.map((other) => toCaseOf(written, other))
      const part = { start: index, end: index + written.length }
      const isSpoken = isTopic || isMentioned(file.answer.markdown, part, rights, talk)
      const remedy = isSpoken ? toCodeRemedy(written) : ''
      const message = `“${written}” is a misspelling. Write ${[right, ...others].join(' or ')}.${remedy}`
      const fix =
        others.length === 0 && !isSpoken
          ? toAllEdits([toPlainEdit(file, index, index + written.length, right)])
          : undefined
      yield { at: file.answer.toFile(index), message, fix }
    }
  },
}

/** Whether letters are a word of small letters, or one that begins a sentence: names have spellings of their own. */
function isWord(prose: string, index: number, written: string): boolean {
  const before = prose.slice(Math.max(0, index - 12), index)
  const isPart =
    partBefore.test(before) || partBehind.test(prose.slice(index + written.length, index + written.length + 3))
  return !isPart && (/^[a-z]+$/.test(written) || (/^[A-Z][a-z]+$/.test(written) && startOfSentence.test(before)))
}

const toCaseOf = (written: string, right: string) =>
  /^[A-Z]/.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right
