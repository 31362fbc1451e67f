import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import type { Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types'

/** Punctuation that ends a sentence or a label, and the beginning of a word or a formula. */
const endsSentence = /[.,:;!?…]/
const beginsWord = /[\p{L}\p{N}\uE000]/u

const star = 42

/**
 * Supports bold words that end in punctuation with a letter right after them (`**Note:**Read`), which CommonMark's rule
 * does not close, and in Chinese, Japanese and Korean text any punctuation at either end
 * (https://github.com/tats-u/markdown-cjk-friendly).
 */
export function boldBesideMarks(): Extension {
  const { text, insideSpan } = cjkFriendlyExtension() as { text: Record<number, Construct>; insideSpan: object }
  const attention = text[star] as Construct
  return { insideSpan, text: { ...text, [star]: { ...attention, tokenize: withClosing(attention.tokenize) } } }
}

const withClosing = (tokenize: Construct['tokenize']): Construct['tokenize'] =>
  function (this: TokenizeContext, effects: Effects, ok: State, nok: State) {
    const { previous } = this
    let sequence: Token | undefined
    const exit: Effects['exit'] = (type) => {
      sequence = effects.exit(type)
      return sequence
    }
    const finish: State = (next) => {
      if (sequence && isBold(sequence) && matches(endsSentence, previous) && matches(beginsWord, next))
        sequence._close = true
      return ok(next)
    }
    return tokenize.call(this, { ...effects, exit }, finish, nok)
  }

const isBold = ({ start, end }: Token) => end.offset - start.offset > 1

const matches = (pattern: RegExp, code: number | null) =>
  code !== null && code > 0 && pattern.test(String.fromCharCode(code))
