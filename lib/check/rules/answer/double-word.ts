import type { Rule } from '../../rule'
import { isMentioned } from '../../text/mentioned'

/** Words that no sentence needs twice in a row. */
const doubled =
  /(?<![\p{L}\p{N}'’-])(the|a|an|of|to|and|or|for|with|from|at|by|are|were|was|be|this|these|their|its|we|they)(\s+)\1(?![\p{L}\p{N}'’-])/giu

/** Words in sentences about doubled words. */
const talk = /\b(?:twice|doubl(?:e|ed|ing)|repeat\w*|repetitions?|words?|typos?)\b/i

export const rule: Rule = {
  name: 'double-word',
  severity: 'warning',
  fix: 'removes the second, unless the text may be about doubled words',
  expects: 'A short word is not written twice in a row.',
  why: 'The second is left over from an edit. Words that can be doubled correctly (“had had”, “that that”) are not reported.',
  wrong: 'Heat flows to the the cold side.',
  right: 'Heat flows to the cold side.',

  *findInQuestion({ answer, text }) {
    for (const { index, 0: both, 1: word = '', 2: space = '' } of answer.prose.matchAll(doubled)) {
      const second = index + word.length + space.length
      // An article and a name (“A a”, The The) begin with a capital letter.
      if (/\n\s*\n/.test(space) || both.startsWith('A') || /\p{Lu}/u.test(answer.prose[second] ?? '')) continue
      const start = answer.toFile(index + word.length)
      const end = answer.toFile(index + both.length)
      const isPlain = text.slice(start, end) === both.slice(word.length) && !space.includes('\n')
      const isMention = isMentioned(answer.markdown, { start: index, end: index + both.length }, [], talk)
      const fix = isPlain && !isMention ? [{ start, end, text: '' }] : undefined
      yield { at: answer.toFile(second), message: `“${word}” is written twice in a row. Remove one.`, fix }
    }
  },
}
