import { locateInFile, replaceRanges } from '@/lib/compiler/source/edit-text'
import { readIfThere } from '@/lib/compiler/source/read-file'
import { replaceFile } from '@/lib/compiler/source/write-files'
import type { Edit, Finding } from '@/lib/core/finding'
import { rulesByName } from './registry'

/**
 * Applies the fixes of findings to a file, keeping every other byte, and returns how many findings that fixes. Where
 * fixes overlap, only the first is applied: check again for the rest.
 */
export function applyFixes(file: string, findings: readonly Finding[]): number {
  const raw = readIfThere(file)?.toString('utf8')
  if (raw === undefined) return 0
  const becomesPlain = findings.some(({ rule }) => rule === 'line-end')
  const lineEnd = becomesPlain ? '\n' : (/\r\n?|\n/.exec(raw)?.[0] ?? '\n')
  const locate = locateInFile(raw)
  const applied: Edit[] = []
  let fixed = 0
  for (const { rule, fix } of findings) {
    // Rules see the text without byte-order mark and with LF line ends; edits are made in the original bytes.
    const toRaw = rulesByName.get(rule)?.findInBytes ? (offset: number) => offset : locate
    const edits = fix?.map(({ start, end, text }) => ({
      start: toRaw(start),
      end: toRaw(end),
      text: text.replaceAll('\n', lineEnd),
    }))
    if (!edits || edits.some((edit) => applied.some((other) => touches(edit, other)))) continue
    applied.push(...edits)
    fixed += 1
  }
  if (fixed > 0) replaceFile(file, Buffer.from(replaceRanges(raw, applied)))
  return fixed
}

const touches = (a: Edit, b: Edit) => a.start <= b.end && b.start <= a.end
