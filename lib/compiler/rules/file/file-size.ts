import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'

/**
 * A question larger than this is a mistake: the longest of 35,915 real answers has 4,966 characters. In bytes. It also
 * bounds what a page can cost: 64 KiB of hostile Markdown keep the parser busy for seconds, a megabyte for hours.
 */
const maxQuestionBytes = 64 * 1024

/** In bytes: room for a hundred thousand removed addresses. */
const maxRemovedBytes = 16 * 1024 * 1024

export const rule: RuleDefinition = {
  name: 'file-size',
  severity: 'error',
  blocks: true,
  expects: 'A file is at most 64 KiB.',
  why: 'An answer is text; the longest in the library has 5,000 characters. A larger file is a mistake, and its page would be slow for everybody.',
  wrong: 'An answer with a picture pasted in as text.',
  right: 'The picture as a file in public/, and a link to it.',
}

/** What is wrong with a file of this many bytes in a folder. */
export function checkFileSize(dir: string, size: number): Finding | undefined {
  const limit = dir === '' ? maxRemovedBytes : maxQuestionBytes
  if (size <= limit) return undefined
  const message = `The file is ${Math.ceil(size / 1024)} KiB; the limit is ${limit / 1024}. Shorten it or split it.`
  return toFinding(rule, { at: { line: 1, column: 1 }, message })
}
