import { matchIfContains } from '../text/match-if-contains'
import type { AnswerText } from './answer-text'

/** A formula whose \( and \) or \[ and \] lost their backslashes; offsets in the Markdown. */
export type LostFormula = { start: number; end: number; display: boolean }

/** A formula is not longer than this. */
const longest = 400

const isTex = (content: string) => /\\[A-Za-z]{2,}|[\^_]\{|[A-Za-z\d)]\^|\b[A-Za-z]_[A-Za-z\d]\b/.test(content)

const opening = /(?<![\\\p{L}\p{N}])\([ ](?=\S)|(?=\[)(?<=(?:^|\n|\0)[ \t]*)\[[ \t]*(?:\n|[ ])/gu

/** Formulas whose brackets lost their backslashes: ( x^2 ), or a line of [ with a line of ] below. */
export function listLostFormulas({ prose }: AnswerText): LostFormula[] {
  const found: LostFormula[] = []
  let done = 0
  for (const { index } of matchIfContains(prose, ['( ', '['], opening)) {
    if (index < done) continue
    const display = prose[index] === '['
    const end = findEnd(prose, index, display)
    if (end === undefined || !isTex(prose.slice(index, end))) continue
    found.push({ start: index, end, display })
    done = end
  }
  return found
}

/** The offset after the bracket that closes the one at `start`, if there is a space before it. */
function findEnd(prose: string, start: number, display: boolean): number | undefined {
  const [open, close] = display ? ['[', ']'] : ['(', ')']
  const limit = Math.min(prose.length, start + longest)
  let depth = 0
  for (let at = start; at < limit; at += 1) {
    const sign = prose[at]
    if (sign === '\0' || (sign === '\n' && (prose[at + 1] === '\n' || !display))) return undefined
    if (sign === open) depth += 1
    if (sign !== close) continue
    depth -= 1
    if (depth === 0) return /\s/.test(prose[at - 1] ?? '') ? at + 1 : undefined
  }
  return undefined
}
