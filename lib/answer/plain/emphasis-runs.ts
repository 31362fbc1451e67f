/** A piece of a paragraph: its text, and the tags of emphasis that end before it and begin after it. */
export type Piece = { text: string; closes: string; opens: string }

/** A delimiter run: `count` of its `length` marks are not paired yet. */
type Delimiter = {
  piece: Piece
  mark: string
  count: number
  length: number
  isBoth: boolean
  operandBefore: boolean
  order: number
}

const isSpace = (char: string) => char === '' || /\s/.test(char)
/** For emphasis, the punctuation of Chinese, Japanese and Korean text counts as letters (lib/answer/emphasis.ts). */
const isCjk = (char: string) => /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(char)
const isMark = (char: string) => /[\p{P}\p{S}]/u.test(char) && !isCjk(char)
/** Letters of scripts that put spaces between words, and digits. */
const isWord = (char: string) => /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(char)

/** The most runs that may be open, because each closing run searches them all. */
const maxOpen = 100

/** Whether a text ends, or begins, with a number or a single letter: an operand of `*` in a calculation. */
const endsInOperand = (text: string) => /(?:\p{N}|(?<![\p{L}\p{N}])\p{L})$/u.test(text)
const beginsWithOperand = (text: string) => /^(?:\p{N}|\p{L}(?![\p{L}\p{N}]))/u.test(text)

/** Whether an operand is right before, or after, a mark: marks with both around them are a calculation, not emphasis. */
export const hasOperandBefore = (text: string, start: number) =>
  isWord(text[start - 1] ?? '') && endsInOperand(text.slice(Math.max(0, start - 4), start))
export const hasOperandAfter = (text: string, end: number) =>
  isWord(text[end] ?? '') && beginsWithOperand(text.slice(end, end + 4))

/** The last run that may be closed by another; later ones are dropped, because they cannot open anything any more. */
function takeOpening(stack: Delimiter[], closing: Delimiter): Delimiter | undefined {
  if (closing.count === 0) return undefined
  const index = stack.findLastIndex((opening) => mayPair(opening, closing))
  if (index >= 0) stack.length = index + 1
  return stack[index]
}

/** Rules 9 and 10 of https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis: `**a*b*c**` is not `*` and `*a*`. */
const mayPair = (opening: Delimiter, closing: Delimiter) =>
  !(opening.isBoth || closing.isBoth) ||
  (opening.length + closing.length) % 3 !== 0 ||
  (opening.length % 3 === 0 && closing.length % 3 === 0)

/** Pairs the delimiter runs of a paragraph to emphasis as Markdown does, except in calculations. */
export class EmphasisRuns {
  private readonly open = new Map<string, Delimiter[]>()

  constructor(
    private readonly source: string,
    private readonly isTitle: boolean,
  ) {}

  /** Processes a run of one mark that begins at `start`: closes what it can, and notes what it may open. */
  take(piece: Piece, start: number) {
    const { text } = piece
    const [mark = ''] = text
    const count = text.length
    const end = start + count
    if (mark === '~' && count !== 2) return
    const before = this.source[start - 1] ?? ''
    const after = this.source[end] ?? ''
    const opens = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before) || isCjk(before))
    const isLabel = mark === '*' && count > 1 && /[.,:;!?…]/.test(before) && /[\p{L}\p{N}\uE000]/u.test(after)
    const closes = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after) || isCjk(after) || isLabel)
    const canOpen = mark === '_' ? opens && (!closes || isMark(before)) : opens
    const canClose = mark === '_' ? closes && (!opens || isMark(after)) : closes
    const operandBefore = hasOperandBefore(this.source, start)
    const isBoth = canOpen && canClose
    const closing = { piece, mark, count, length: count, isBoth, operandBefore, order: start }
    if (canClose) this.close(closing, hasOperandAfter(this.source, end))
    if (canOpen && closing.count > 0) {
      const stack = this.open.get(mark) ?? []
      if (stack.length === maxOpen) stack.shift()
      stack.push(closing)
      this.open.set(mark, stack)
    }
  }

  private close(closing: Delimiter, operandAfter: boolean) {
    const stack = this.open.get(closing.mark) ?? []
    for (let opening = takeOpening(stack, closing); opening; opening = takeOpening(stack, closing)) {
      // `2*3*4` and `x**2 + y**2` are calculations, whatever Markdown says; `__init__` is a name.
      if (opening.operandBefore && operandAfter) {
        stack.pop()
        closing.count = 0
        return
      }
      if (this.isTitle && this.isName(opening, closing)) return
      const count = Math.min(opening.count, closing.count)
      opening.count -= count
      closing.count -= count
      opening.piece.text = opening.mark.repeat(opening.count)
      closing.piece.text = closing.mark.repeat(closing.count)
      if (closing.mark !== '~') this.setTags(opening.piece, closing.piece, count)
      if (opening.count === 0) stack.pop()
      for (const [mark, others] of this.open) {
        while (mark !== closing.mark && (others.at(-1)?.order ?? -1) > opening.order) others.pop()
      }
    }
  }

  private setTags(opening: Piece, closing: Piece, count: number) {
    const names = [...(count % 2 === 1 ? ['em'] : []), ...(count > 1 ? ['strong'] : [])]
    opening.opens = names.map((name) => `<${name}>`).join('') + opening.opens
    closing.closes += names
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  }

  private isName(opening: Delimiter, closing: Delimiter): boolean {
    if (opening.mark !== '_' || opening.count < 2) return false
    return !this.source.slice(opening.order, closing.order).includes(' ')
  }
}
