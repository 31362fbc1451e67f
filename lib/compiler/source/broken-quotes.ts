/** Words that people write with an apostrophe in front. */
const apostropheWord = /^'(?:\d\d|tis\b|twas\b|em\b|n['’]|cause\b|round\b|til\b)/i
/** A text that is one quotation, with punctuation after it. */
const endedQuote = /^(["'])([^"']*)\1[.,;]$/

export type BrokenQuotes = { text: string; quotes?: 'unclosed' | 'closed early' }

/**
 * What was meant by a value that begins with a quotation mark and that YAML cannot read: `text` without the marks
 * around it, or with them if they are only around its first words (`"Heat" is what?`).
 */
export function readBrokenQuotes(value: string): BrokenQuotes {
  const mark = value[0] as '"' | "'"
  const ended = endedQuote.exec(value)
  if (ended) return { text: ended[2] as string, quotes: 'closed early' }
  if (value.length > 1 && value.endsWith(mark)) {
    const inner = value.slice(1, -1)
    return isAround(inner, mark) ? { text: decode(inner, mark), quotes: 'closed early' } : { text: value }
  }
  const inner = value.slice(1)
  if (apostropheWord.test(value) || (inner.includes(mark) && !isAround(inner, mark, false))) return { text: value }
  return { text: decode(withoutOtherMark(inner, mark), mark), quotes: 'unclosed' }
}

/**
 * Whether the marks inside a text are quotations and apostrophes of its own, so that the mark before it is meant to be
 * around all of it; `isClosed` if there is also one at its end. A plural may end in an apostrophe (`the students' rights`).
 */
function isAround(inner: string, mark: '"' | "'", isClosed = true): boolean {
  const kinds = Array.from(inner.matchAll(mark === '"' ? /(?<!\\)"/g : /'/g), ({ index }) => toKind(inner, index))
  const opening = kinds.filter((kind) => kind === 'opens').length
  const closing = kinds.filter((kind) => kind === 'closes').length
  if (opening === 0) return closing === 0 || (mark === "'" && isClosed)
  return kinds.find((kind) => kind !== 'apostrophe') === 'opens' && opening === closing
}

function toKind(text: string, at: number): 'opens' | 'closes' | 'apostrophe' {
  const before = text[at - 1] ?? ' '
  if (/[\s([{/—–-]/.test(before)) return 'opens'
  return text[at] === "'" && /[\p{L}\p{N}]'[\p{L}\p{N}]/u.test(text.slice(at - 1, at + 2)) ? 'apostrophe' : 'closes'
}

/** A mark of another kind at the end was meant as the closing one. */
const withoutOtherMark = (inner: string, mark: string) =>
  [mark === '"' ? "'" : '"', mark === '"' ? '”' : '’'].some(
    (other) => inner.endsWith(other) && inner.indexOf(other) === inner.length - 1 && !/[“‘]/.test(inner),
  )
    ? inner.slice(0, -1)
    : inner

const decode = (inner: string, mark: string) =>
  mark === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'")
