import { countWords } from '@/lib/core/count-words'
import type { Rule } from '../../rule'

const minWords = 20

/** In characters. */
const beginning = 1_000

export const rule: Rule = {
  name: 'answer-short',
  severity: 'notice',
  expects: 'An answer has at least 20 words.',
  why: 'A shorter one rarely explains anything, and search engines treat such pages as empty.',
  wrong: 'Energy.',
  right:
    'Heat is energy on its way from a warm body to a cold one. It is not what a body has; that is its internal energy.',

  *findInQuestion({ answer }) {
    // If the beginning has plenty, the rest need not be counted.
    if (countWords(answer.markdown.slice(0, beginning)) > 2 * minWords) return
    const words = countWords(answer.markdown)
    if (words >= minWords) return
    const count = words === 1 ? 'one word' : `${words} words`
    const message = `The answer has ${count}; expected at least ${minWords}. Explain it, so that it helps readers who did not know it.`
    yield { at: answer.toFile(answer.markdown.search(/\S/)), message }
  },
}
