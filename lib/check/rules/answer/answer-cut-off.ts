import type { Rule } from '../../rule'

/** Words after which a phrase must continue, and a comma. */
const goesOn = /(?:,|(?<=[\p{L}\p{N},)] )(?:an|and|because|between|if|into|or|than|the|their|while|whose))$/u

/** Words that may end a phrase, as in “what it consists of”, but hardly a long sentence without its period. */
const mayGoOn = /(?<=[\p{L}\p{N},)] )(?:as|at|by|from|is|its|of|that|to|was|were|which|with)$/u
const longPhrase = 100

export const rule: Rule = {
  name: 'answer-cut-off',
  severity: 'warning',
  expects: 'An answer ends with a complete sentence.',
  why: 'Text that was copied in part, or stopped at a length limit, breaks off, and readers miss the rest.',
  wrong: 'Heat flows from the warm body to the',
  right: 'Heat flows from the warm body to the cold one.',

  *findInQuestion({ answer }) {
    const end = answer.markdown.trimEnd().length
    const last = answer.list('paragraph').find(({ position }) => position?.end.offset === end)
    if (!last) return
    const text = answer.prose.slice(last.position?.start.offset, end)
    const found = goesOn.exec(text) ?? (text.length > longPhrase ? mayGoOn.exec(text) : null)
    if (!found) return
    const at = answer.toFile(end - found[0].length)
    yield { at, message: `The answer is cut off after this “${found[0]}”. Write the rest.` }
  },
}
