import { readFileSync, writeFileSync } from 'node:fs'
import type { Edit, Problem } from '@/lib/content/finding'
import { byteRules } from './rules/bytes'

/**
 * Makes the edits of problems in a file, keeps every other byte, and tells how many problems that mends. Where two
 * would touch the same place the first is made: check again for the rest.
 */
export function applyFixes(file: string, problems: readonly Problem[]): number {
  const raw = readFileSync(file).toString('utf8')
  const becomesPlain = problems.some(({ rule }) => rule === 'line-end')
  const lineEnd = becomesPlain ? '\n' : (/\r\n?|\n/.exec(raw)?.[0] ?? '\n')
  const taken: Edit[] = []
  let mended = 0
  for (const { rule, fix } of problems) {
    const edits = fix?.map((edit) => ({
      ...(byteRules.has(rule) ? edit : toRawEdit(edit, raw)),
      text: edit.text.replaceAll('\n', lineEnd),
    }))
    if (!edits || edits.some((edit) => taken.some((other) => touches(edit, other)))) continue
    taken.push(...edits)
    mended += 1
  }
  if (mended > 0) writeFileSync(file, toEdited(raw, taken))
  return mended
}

const touches = (a: Edit, b: Edit) => a.start <= b.end && b.start <= a.end

/** Rules see a text without byte-order mark and with plain line ends; an edit is made in the file as it is. */
const toRawEdit = ({ start, end, text }: Edit, raw: string): Edit => ({
  start: toRawOffset(raw, start),
  end: toRawOffset(raw, end),
  text,
})

function toRawOffset(raw: string, offset: number): number {
  let at = raw.startsWith('\uFEFF') ? 1 : 0
  for (let done = 0; done < offset; done += 1) at += raw.startsWith('\r\n', at) ? 2 : 1
  return at
}

function toEdited(raw: string, edits: Edit[]): string {
  let out = ''
  let at = 0
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    out += raw.slice(at, start) + text
    at = end
  }
  return out + raw.slice(at)
}
