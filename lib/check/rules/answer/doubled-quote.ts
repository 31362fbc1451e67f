import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { toCodeRemedy } from '../../text/mentioned'

/** Words between doubled quotation marks; a third is the one around the whole text. */
const doubled = /(?<![\p{L}\p{N}"=])("?)""(?=[\p{L}\p{N}'‘(])[^"\n]{1,200}(?<=[^\s"])""(?![\p{L}\p{N}])/gu

/** Texts that mention these may be about such marks. */
const topic = /\b(?:CSV|RFC 4180|spreadsheets?|Excel|SQL|VBA|Visual Basic|strings?)\b/

export const rule: Rule = {
  name: 'doubled-quote',
  severity: 'warning',
  fix: 'replaces each pair of marks with one, and removes the marks around the whole answer',
  expects: 'Quotation marks are not doubled.',
  why: 'Spreadsheets saved as CSV double every mark, and put one before and one after the whole text: readers see them.',
  wrong: '"The ""second law"" says that entropy never falls."',
  right: 'The "second law" says that entropy never falls.',

  *findInQuestion(file) {
    const { answer } = file
    const { prose } = answer
    if (!prose.includes('""')) return
    const found = Array.from(prose.matchAll(doubled), ({ index, 0: { length }, 1: { length: around } = '' }) => ({
      start: index + around,
      end: index + length,
    }))
    const [first] = found
    if (!first) return
    const marks = found.flatMap(({ start, end }) => [start, end - 2])
    const written = prose.slice(first.start, first.end)
    const isTopic = topic.test(prose)
    const edits = [...marks, ...listOuterMarks(prose)].map((at) => toPlainEdit(file, at, at + 1, ''))
    yield {
      at: answer.toFile(first.start),
      message: `Readers see two quotation marks instead of one, ${written}. Write ${written.slice(1, -1)}, and remove the marks around the whole answer if there are any.${isTopic ? toCodeRemedy(written) : ''}`,
      fix: isTopic ? undefined : toAllEdits(edits),
    }
  },
}

/** The marks around the whole text; the last one is missing if the text was cut off. */
function listOuterMarks(prose: string): number[] {
  const first = prose.search(/[^\s\0]/)
  const text = prose.slice(first).trimEnd()
  if (!/^"(?:""[^"]|[^"])/.test(text)) return []
  const others = text.slice(1).replaceAll('""', '').replace(/"$/, '')
  if (others.includes('"')) return []
  const isClosed = /(?<!")(?:"")*"$/.test(text.slice(1))
  return isClosed ? [first, first + text.length - 1] : [first]
}
