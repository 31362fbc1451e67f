import { type BulletLine, type Item, readBulletLines } from '../../question/bullet-lines'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

/** Every item contains one of these. */
const sign = /[^\x20-\x7e\n]| {2}/

export const rule: Rule = {
  name: 'list-bullet',
  severity: 'warning',
  fix: 'writes a hyphen, or a number, and a space, if every line is an item; keeps a sign like ✔ after the hyphen, and leaves dashes as they are',
  expects: 'The items of a list begin with a hyphen and a space, or a number, a period and a space.',
  why: 'The bullets and no-break spaces of word processors do not make a list: all lines run into one paragraph.',
  wrong: '• Ice\n• Water',
  right: '- Ice\n- Water',

  *findInQuestion(file) {
    const { answer } = file
    if (!sign.test(answer.prose)) return
    for (const { position } of answer.list('paragraph')) {
      const start = startWithIndent(answer.markdown, position?.start.offset ?? 0)
      const text =
        answer.markdown.slice(start, position?.start.offset) +
        answer.prose.slice(position?.start.offset, position?.end.offset)
      if (!sign.test(text)) continue
      const lines = readBulletLines(text)
      const items = lines.filter(isItem)
      const first = items[0]
      if (!first || (items.length < 2 && !isSure(first.item))) continue
      const edits = items.map(({ start: column, item }) => {
        const at = start + column
        return toPlainEdit(file, at, at + item.written.length, toMarkdown(item))
      })
      const fix = isList(lines) ? toAllEdits(edits) : undefined
      yield { at: answer.toFile(start + first.start), message: toMessage(first.item), ...(fix && { fix }) }
    }
  },
}

/** Where a paragraph begins, with the blanks before its first line. */
function startWithIndent(markdown: string, start: number): number {
  const lineStart = markdown.lastIndexOf('\n', start - 1) + 1
  return /^[ \t>]*$/.test(markdown.slice(lineStart, start)) ? lineStart : start
}

type ItemLine = BulletLine & { item: Item }

const isItem = (line: BulletLine): line is ItemLine => line.item !== undefined

/** Whether a single line is meant as a list. */
const isSure = ({ kind, mark }: Item) =>
  kind === 'number' || (kind === 'bullet' && /[-*+•▪\uF0A7\uF0B7\uF0D8\uF0FC]/.test(mark))

/** Whether all lines from the first item on are items, and no dash can begin a line of dialogue. */
function isList(lines: readonly BulletLine[]): boolean {
  const from = lines.findIndex(isItem)
  const list = lines.slice(from)
  const top = list.find(({ item }) => item?.kind !== 'dash')
  // Directly below a paragraph, a numbered list must begin with 1 in Markdown.
  if (from > 0 && list[0]?.item?.kind === 'number' && !/^1[.)]/.test(list[0].item.mark)) return false
  return list.every(
    ({ item, indent, isIndented }, index) =>
      (item?.kind === 'dash' ? index > 0 && top !== undefined && indent > top.indent : item !== undefined) ||
      (item === undefined && isIndented),
  )
}

function toMarkdown({ kind, written, mark }: Item): string {
  if (kind === 'number') return `${mark} `
  return kind === 'sign' ? `- ${mark}${mark === written ? '' : ' '}` : '- '
}

function toMessage({ kind, mark }: Item): string {
  if (kind === 'dash')
    return `Lines that begin with ${mark} run into one paragraph. For a list, begin each with a hyphen and a space; for a dialogue, put a blank line between them.`
  if (kind === 'sign')
    return `This is not a list yet: begin each item with a hyphen and a space, and keep ${mark} after them if it means something.`
  return /^[-*+\d]/.test(mark)
    ? `This is not a list yet: the space after ${mark} is a no-break space. Write a plain one.`
    : `This is not a list yet: begin each item with a hyphen and a space instead of ${mark}.`
}
