import { isCutOff } from '../../question/cut-off'
import { listProseBlocks } from '../../question/prose-blocks'
import type { Rule } from '../../rule'

const stars = /(?<![\p{L}\p{N}*\\])\*\*(?=\p{L})(?!kwargs)|(?<=\p{L})\*\*(?![\p{L}\p{N}*])/u

export const rule: Rule = {
  name: 'unclosed-emphasis',
  severity: 'warning',
  expects: 'Words between ** are closed, with no space on the inner side.',
  why: 'Otherwise readers see the stars.',
  wrong: '**Heat: energy on its way.',
  right: '**Heat**: energy on its way.',

  *findInQuestion({ answer }) {
    for (const { text, start } of listProseBlocks(answer)) {
      const found = stars.exec(text)
      if (!found) continue
      const at = start + found.index
      const message = isCutOff(answer, at)
        ? 'The answer is cut off behind these stars, or they are not closed. Write the rest, and put ** directly after the last bold word.'
        : 'These stars make nothing bold, so readers see them. Put ** directly before the first and after the last word.'
      yield { at: answer.toFile(at), message }
    }
  },
}
