import type { Rule } from '../../rule'

/** The longest formula that is looked for, in characters as it is read. */
const longest = 80

/** Characters of TeX that are not read. */
const mark = /[\s^_{}\\]/

export const rule: Rule = {
  name: 'formula-thrice',
  severity: 'error',
  expects: 'A formula that was copied from a page is between $ and $, once.',
  why: 'Chatbots and encyclopedias hide the TeX of a formula, and a text for screen readers, behind the formula: copying it copies all three.',
  wrong: 'The energy is E=mc2E = mc^2E=mc2.',
  right: 'The energy is $E = mc^2$.',

  *findInQuestion({ answer }) {
    for (const { text, start } of answer.blocks) {
      let done = 0
      for (const { index } of text.matchAll(/(?<![^\s(“"])[^\s\0]/g)) {
        const found = index < done ? undefined : readThrice(text, index)
        if (!found) continue
        done = found.end
        const message = `Readers see this formula three times: ${text.slice(index, done)}. Write $${found.tex}$.`
        yield { at: answer.toFile(start + index), message }
      }
    }
  },
}

/** A formula as it is read, its TeX, and the formula once more, without gaps. */
function readThrice(text: string, start: number): { tex: string; end: number } | undefined {
  const limit = Math.min(text.length, start + longest)
  for (let middle = start + 2; middle < limit && !/\s/.test(text[middle - 1] ?? ''); middle += 1) {
    if (text[middle] !== text[start]) continue
    const read = text.slice(start, middle)
    const end = endOfTex(text, middle, read)
    if (end === undefined || !text.startsWith(read, end)) continue
    const tex = text.slice(middle, end).trim()
    if (isTexOf(tex, read)) return { tex, end: end + read.length }
  }
  return undefined
}

/** Whether a text is the TeX of a formula, unlike in “ha-ha-ha”; words and numbers such as 00000000 may have spaces anyway. */
const isTexOf = (tex: string, read: string) =>
  /[\p{L}\d]/u.test(read) && (/[\^_{}\\]/.test(tex) || (tex !== read && /[^\p{L}\d]/u.test(read)))

/** The end of the TeX that begins at `start`: the same characters as in `read`, with TeX's own between them. */
function endOfTex(text: string, start: number, read: string): number | undefined {
  let at = start
  for (const sign of read) {
    if (mark.test(sign)) continue
    while (mark.test(text[at] ?? '') && text[at] !== sign) at += 1
    if (!text.startsWith(sign, at)) return undefined
    at += sign.length
  }
  while (/[\s}]/.test(text[at] ?? '') && !text.startsWith(read, at)) at += 1
  return at
}
