import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { toMisspellings } from '../../text/misspellings'

/** What a name, an address, a path, a file or a sign of another kind has beside its letters. */
const partBefore = /[\p{L}\p{N}'’_./@\\#-]$/u
const partBehind = /^(?:[\p{L}\p{N}'’_/@\\-]|\.\p{L})/u
const words = /[A-Za-z]{3,}/g
const smallWords = /[a-z]{3,}/g
const startOfSentence = /(?:^|[\n\0]|[.!?] )$/

export const rule: Rule = {
  name: 'spelling',
  severity: 'warning',
  fix: 'writes the right word, where there is just one',
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
    for (const { index, 0: written } of prose.matchAll(words)) {
      const rights = misspellings.get(written.toLowerCase())
      if (!rights || !isWord(prose, index, written)) continue
      const [right = '', ...others] = rights.map((other) => toCaseOf(written, other))
      const message = `“${written}” is a misspelling. Write ${[right, ...others].join(' or ')}.`
      const fix =
        others.length === 0 ? toAllEdits([toPlainEdit(file, index, index + written.length, right)]) : undefined
      yield { at: file.answer.toFile(index), message, fix }
    }
  },
}

/** Whether letters are a word of small letters, or one that begins a sentence: names have spellings of their own. */
function isWord(prose: string, index: number, written: string): boolean {
  const before = prose.slice(Math.max(0, index - 2), index)
  const isPart =
    partBefore.test(before) || partBehind.test(prose.slice(index + written.length, index + written.length + 3))
  return !isPart && (/^[a-z]+$/.test(written) || (/^[A-Z][a-z]+$/.test(written) && startOfSentence.test(before)))
}

const toCaseOf = (written: string, right: string) =>
  /^[A-Z]/.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right
