import type { Parents } from 'mdast'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types'

/** Full-width punctuation and typographic quotes: never part of an address that was copied from a browser. */
const mark = /[\u2018-\u201F\u2026\u00AB\u00BB\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/

/** GFM's bare addresses, except that they end before a full-width mark as before a space. */
export function bareAddresses(): Extension {
  const { text } = gfmAutolinkLiteral() as { text: Record<number, Construct | Construct[]> }
  const ending = (code: number) =>
    [text[code] ?? []].flat().flatMap((construct) => (construct.name === 'emailAutolink' ? [] : [endAtMark(construct)]))
  // E-mail addresses already end before such a mark, and wrapping would slow down a construct tried at every letter.
  return { text: Object.fromEntries([72, 87, 104, 119].map((code) => [code, ending(code)])) }
}

const endAtMark = (construct: Construct): Construct => ({
  ...construct,
  tokenize(this: TokenizeContext, effects, ok, nok) {
    let current: number | null = null
    let isDone = false
    const finish = (state: State) => () => {
      isDone = true
      return state(current)
    }
    // To the wrapped tokenizer, the text ends at the mark.
    const wrap =
      (state: State): State =>
      (code) => {
        current = code
        const isMark = code !== null && code > 0 && mark.test(String.fromCharCode(code))
        const next = state(isMark ? null : code)
        return next && !isDone ? wrap(next) : next
      }
    return wrap(construct.tokenize.call(this, effects, finish(ok), finish(nok)))
  },
})

/** Shortens the links that remark finds in texts after parsing, such as `www.` after a full-width mark. */
export function shortenAddresses(parent: Parents) {
  for (const [index, node] of parent.children.entries()) {
    if ('children' in node) shortenAddresses(node)
    if (node.type !== 'link' || node.position) continue
    const [text] = node.children
    const end = text?.type === 'text' ? text.value.search(mark) : -1
    if (text?.type !== 'text' || end === -1) continue
    const rest = text.value.slice(end)
    text.value = text.value.slice(0, end)
    node.url = text.value.replace(/^www/i, 'http://$&')
    parent.children.splice(index + 1, 0, { type: 'text', value: rest })
  }
}
