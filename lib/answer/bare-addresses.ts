import type { Parents } from 'mdast'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types'

/** Full-width marks, and quotes as typographers set them: none is part of an address that was copied from a browser. */
const mark = /[\u2018-\u201F\u2026\u00AB\u00BB\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/

/** Addresses in a text (GFM) that end before a full-width mark, as they end before a space. */
export function bareAddresses(): Extension {
  const { text } = gfmAutolinkLiteral() as { text: Record<number, Construct | Construct[]> }
  const ending = (code: number) =>
    [text[code] ?? []].flat().flatMap((construct) => (construct.name === 'emailAutolink' ? [] : [endAtMark(construct)]))
  // An address of mail ends before every such mark already, and is looked for at each letter of an answer.
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
    // The tokenizer that is wrapped is told that the text ends where the mark is.
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

/** Shortens the links that remark makes in texts after parsing, such as those of `www.` behind a full-width mark. */
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
