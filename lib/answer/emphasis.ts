import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import type { Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types'

/** A mark that ends a sentence or a label, and what a word or a formula begins with. */
const endsSentence = /[.,:;!?…]/
const beginsWord = /[\p{L}\p{N}\uE000]/u

const star = 42

/**
 * Bold words that end in a mark with a letter right behind (`**Note:**Read`), which by CommonMark's rule do not close;
 * in Chinese, Japanese and Korean text any mark may be at either end (https://github.com/tats-u/markdown-cjk-friendly).
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
