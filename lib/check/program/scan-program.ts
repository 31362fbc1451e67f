import type { Dashes } from './dashes'
import type { Literals } from './literals'

/** What a word processor changed, outside strings and comments, and what to write instead; undefined if unclear. */
export type Fault = { at: number; by: string | undefined }

export type Scan = { faults: Fault[]; isWhole: boolean }

const doubles = '“”„'
const singles = '‘’'
const space = /[\u00A0\u2002-\u200A\u202F\u3000]/

/**
 * Finds curly quotation marks, special spaces and dashes in a program, but not in its strings and comments. The result
 * is not whole if a string is left open.
 */
export function scanProgram(text: string, { pattern, openings }: Literals, dashes?: Dashes): Scan {
  const faults: Fault[] = []
  let isWhole = true
  let at = 0
  while (at < text.length) {
    const sign = text[at] as string
    pattern.lastIndex = at
    const literal = pattern.exec(text)?.[0].length
    if (literal) {
      at += literal
    } else if (openings.includes(sign)) {
      isWhole = false
      at = isLong(pattern, text.slice(at, at + 3)) ? text.length : endOfLine(text, at)
    } else if (doubles.includes(sign) || (singles.includes(sign) && openings.includes("'"))) {
      const found = readCurly(text, at)
      faults.push(...found.faults)
      at = found.end
    } else {
      if (singles.includes(sign)) faults.push({ at, by: "'" })
      else if (space.test(sign)) faults.push({ at, by: ' ' })
      else if (dashes && matchesAt(dashes.pattern, text, at)) faults.push({ at, by: dashes.toHyphen(text, at) })
      at += 1
    }
  }
  return { faults, isWhole }
}

/** Whether a string that begins like this may have several lines. */
function isLong(pattern: RegExp, start: string): boolean {
  const sign = start[0] as string
  if (start === sign.repeat(3)) return true
  pattern.lastIndex = 0
  return pattern.exec(`${sign}\n${sign}`)?.[0].length === 3
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** The string between the curly marks that begin at `at`, up to the next of its kind. */
function readCurly(text: string, at: number): { faults: Fault[]; end: number } {
  const kind = doubles.includes(text[at] as string) ? doubles : singles
  const others = kind === doubles ? singles : doubles
  const [straight, other] = kind === doubles ? ['"', "'"] : ["'", '"']
  const run = new RegExp(`[${kind}]{3}`, 'y')
  if (matchesAt(run, text, at)) return readTriple(text, at, kind, straight)
  const line = text.slice(0, endOfLine(text, at))
  const close = findNext(line, at + 1, kind)
  if (close === undefined) return { faults: [{ at, by: isApostrophe(line, at) ? undefined : straight }], end: at + 1 }
  const words = line.slice(at + 1, close)
  const isSure =
    !isApostrophe(line, at) &&
    !isApostrophe(line, close) &&
    !words.replace(/\\./g, '').includes(straight) &&
    !isNested(line, close, kind)
  const by = isSure ? straight : undefined
  const within = [...words].flatMap((sign, index) => (others.includes(sign) ? [{ at: at + 1 + index, by: other }] : []))
  return { faults: [{ at, by }, ...within, { at: close, by }], end: close + 1 }
}

/** A string of several lines between three marks. */
function readTriple(text: string, at: number, kind: string, straight: string): { faults: Fault[]; end: number } {
  const close = text.slice(at + 3).search(new RegExp(`[${kind}]{3}`))
  const starts = close === -1 ? [at] : [at, at + 3 + close]
  const faults = starts.flatMap((start) =>
    [0, 1, 2].map((index) => ({ at: start + index, by: close === -1 ? undefined : straight })),
  )
  return { faults, end: close === -1 ? text.length : at + 6 + close }
}

/** The next mark of a kind that is not escaped by a backslash. */
function findNext(line: string, start: number, kind: string): number | undefined {
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1
    else if (kind.includes(line[at] as string)) return at
  }
  return undefined
}

const letter = /\p{L}/u
const isApostrophe = (line: string, at: number) =>
  line[at] === '’' && letter.test(line[at - 1] ?? '') && letter.test(line[at + 1] ?? '')

/** Whether what was taken for the closing mark opens a nested quotation: “a “b” c”. */
function isNested(line: string, close: number, kind: string): boolean {
  const next = findNext(line, close + 1, kind)
  return '“„‘'.includes(line[close] as string) && next !== undefined && '”’'.includes(line[next] as string)
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
