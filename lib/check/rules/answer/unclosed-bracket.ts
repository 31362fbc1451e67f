import { isCutOff } from '../../question/cut-off'
import type { Rule } from '../../rule'
import { hasOneOf } from '../../text/match-if-contains'

export const rule: Rule = {
  name: 'unclosed-bracket',
  severity: 'warning',
  expects: 'Every opening bracket is closed in the same paragraph, including the one before the address of a link.',
  why: 'Otherwise something is missing, or readers see the source of a link.',
  wrong: 'Heat (energy on its way is measured in joules.',
  right: 'Heat (energy on its way) is measured in joules.',

  *findInQuestion({ answer }) {
    for (const { text, start } of answer.blocks) {
      if (!hasOneOf(text, ['(', '['])) continue
      for (const open of findUnclosed(text)) {
        const message = isCutOff(answer, start + open)
          ? `The answer is cut off after this “${text[open]}”, or it is not closed. Write the rest, and close it.`
          : `“${text[open]}” is opened here and not closed in this paragraph. Close it, or remove it.`
        yield { at: answer.toFile(start + open), message }
      }
    }
  },
}

/**
 * Whether a bracket is an opening one: `:(` is an emoticon, `] (` a link with a gap, and in ]0, 1[ the second one
 * closes.
 */
function isOpening(text: string, at: number): boolean {
  if (text[at] === '(') return !/[:;]-?$|\]\s$/.test(text.slice(Math.max(0, at - 2), at))
  return text[at] === '[' && /\S/.test(text[at + 1] ?? '') && !/[\p{L}\p{N}]\[[\p{P}]/u.test(text.slice(at - 1, at + 2))
}

/** Offsets of brackets that nothing closes. Either kind may close the other, as in the interval [0, 1). */
function findUnclosed(text: string): number[] {
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string
    if (char === '\\') at += 1
    else if (isOpening(text, at)) open.push(at)
    else if (char === ')' || char === ']') open.pop()
  }
  return open
}
