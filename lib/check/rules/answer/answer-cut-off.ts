import type { Rule } from '../../rule'

/** Words after which a sentence goes on, and a comma. */
const goesOn =
  /(?:,|(?<=[\p{L}\p{N},)] )(?:a|an|and|as|at|because|between|by|from|if|into|is|its|of|or|than|that|the|their|to|was|were|which|while|whose|with))$/u

export const rule: Rule = {
  name: 'answer-cut-off',
  severity: 'warning',
  expects: 'An answer ends with a sentence that ends.',
  why: 'What was copied in part, or stopped at a limit, breaks off: readers wait for the rest.',
  wrong: 'Heat flows from the warm body to the',
  right: 'Heat flows from the warm body to the cold one.',

  *findInQuestion({ answer }) {
    const end = answer.markdown.trimEnd().length
    const last = answer.list('paragraph').find(({ position }) => position?.end.offset === end)
    if (!last) return
    const found = goesOn.exec(answer.prose.slice(last.position?.start.offset, end))
    if (!found) return
    const at = answer.toFile(end - found[0].length)
    yield { at, message: `The answer is cut off behind this “${found[0]}”. Write the rest.` }
  },
}
