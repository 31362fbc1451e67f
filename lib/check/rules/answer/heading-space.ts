import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

/** Two marks or more before a word, an emoji, a number with a period or bold words; or a no-break space after them. */
const marks =
  /(?<=^|\n|\0)[ ]*(#{1,6})(?:(?<=##)(?=[\p{L}\p{Extended_Pictographic}]|\d{1,2}[.)]|\0|\*\*)|([\u00A0\u3000]+))/gu

/** A single mark, which may be a hashtag: a line by itself that looks like a heading. */
const single = /^[ ]*(#)(?=\p{Lu}[\p{L}\p{N} ,’'()-]{2,80}$|\p{Extended_Pictographic}[^#\n]{2,80}$)/u

/** The same marks after a heading, without a space: Markdown reads them as text. In F## and C## they are text. */
const closing = /(?<=\p{L}{2}[.?!)]?)#{2,6}(?=[ \t]*$)/u

export const rule: Rule = {
  name: 'heading-space',
  severity: 'warning',
  fix: 'adds the space, and removes the same marks after the text',
  expects: 'There is a space between the marks of a heading and its text, and no mark after the text.',
  why: 'Without the space, or with a no-break space, it is not a heading in Markdown, and readers see the marks.',
  wrong: '##Causes',
  right: '## Causes',

  *findInQuestion(file) {
    const { answer } = file
    if (!answer.prose.includes('#')) return
    const found = [...answer.prose.matchAll(marks)]
    for (const { position } of answer.list('paragraph')) {
      const start = position?.start.offset ?? 0
      const match = single.exec(answer.prose.slice(start, position?.end.offset))
      if (match) found.push(Object.assign(match, { index: start }))
    }
    for (const { index, 0: whole, 1: sign = '', 2: space = '' } of found) {
      const lineStart = answer.markdown.lastIndexOf('\n', index) + 1
      if (answer.markdown.slice(lineStart, index).trim() !== '') continue
      const end = index + whole.length
      const start = end - space.length - sign.length
      const message = space
        ? `This is not a heading yet: the space after ${sign} is a no-break space. Write a plain one.`
        : `This is not a heading yet: a space is missing after ${sign}.`
      const closed = findClosing(answer.markdown, end, sign)
      const edits = [toPlainEdit(file, start, end, `${sign} `)]
      if (closed !== undefined) edits.push(toPlainEdit(file, closed, closed + sign.length, ''))
      yield { at: answer.toFile(start), message, fix: toAllEdits(edits) }
    }
    for (const { position, depth } of answer.list('heading')) {
      const start = position?.start.offset ?? 0
      const sign = '#'.repeat(depth)
      const closed = answer.markdown.startsWith(sign, start) ? findClosing(answer.markdown, start, sign) : undefined
      if (closed === undefined) continue
      const fix = toAllEdits([toPlainEdit(file, closed, closed + depth, '')])
      yield { at: answer.toFile(closed), message: `Readers see the marks after this heading. Remove ${sign}.`, fix }
    }
  },
}

/** Where the marks that begin a heading are repeated after its text. */
function findClosing(markdown: string, at: number, sign: string): number | undefined {
  const lineEnd = markdown.indexOf('\n', at)
  const found = closing.exec(markdown.slice(at, lineEnd === -1 ? undefined : lineEnd))
  return found?.[0] === sign ? at + found.index : undefined
}
