import { readFileSync } from 'node:fs'
import { locateInFile, replaceRanges } from '@/lib/compiler/source/edit-text'
import { replaceFile } from '@/lib/compiler/source/write-files'
import type { Edit, Problem } from '@/lib/core/finding'
import { byteRules } from './rules/bytes'

/**
 * Makes the edits of problems in a file, keeps every other byte, and tells how many problems that mends. Where two
 * would touch the same place the first is made: check again for the rest.
 */
export function applyFixes(file: string, problems: readonly Problem[]): number {
  const raw = readFileSync(file).toString('utf8')
  const becomesPlain = problems.some(({ rule }) => rule === 'line-end')
  const lineEnd = becomesPlain ? '\n' : (/\r\n?|\n/.exec(raw)?.[0] ?? '\n')
  const locate = locateInFile(raw)
  const taken: Edit[] = []
  let mended = 0
  for (const { rule, fix } of problems) {
    // Rules see a text without byte-order mark and with plain line ends; an edit is made in the file as it is.
    const toRaw = byteRules.has(rule) ? (offset: number) => offset : locate
    const edits = fix?.map(({ start, end, text }) => ({
      start: toRaw(start),
      end: toRaw(end),
      text: text.replaceAll('\n', lineEnd),
    }))
    if (!edits || edits.some((edit) => taken.some((other) => touches(edit, other)))) continue
    taken.push(...edits)
    mended += 1
  }
  if (mended > 0) replaceFile(file, Buffer.from(replaceRanges(raw, taken)))
  return mended
}

const touches = (a: Edit, b: Edit) => a.start <= b.end && b.start <= a.end
