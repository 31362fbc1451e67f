import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

const kinds = ['note', 'tip', 'important', 'warning', 'caution']

/** `[!NOTE]` alone on a quote's first line. https://docs.github.com/en/get-started/writing-on-github (alerts) */
const marker = new RegExp(`^\\s*\\[!(${kinds.join('|')})\\][ \\t]*(?:\\n|$)`, 'i')

/** Makes of a quote that begins with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]` a callout. */
export function makeCallouts(tree: Root) {
  visit(tree, 'element', (quote) => {
    if (quote.tagName !== 'blockquote') return
    const first = quote.children.find((child): child is Element => child.type === 'element')
    const text = first?.children[0]
    const kind =
      first?.tagName === 'p' && text?.type === 'text' ? marker.exec(text.value)?.[1]?.toLowerCase() : undefined
    if (!first || text?.type !== 'text' || !kind) return
    text.value = text.value.replace(marker, '')
    quote.tagName = 'div'
    quote.properties = { className: ['callout', `callout-${kind}`], role: 'note' }
    const title = kind.charAt(0).toUpperCase() + kind.slice(1)
    const rest = quote.children.filter((child) => child !== first || toText(first) !== '' || first.children.length > 1)
    quote.children = [
      {
        type: 'element',
        tagName: 'p',
        properties: { className: ['callout-title'] },
        children: [{ type: 'text', value: title }],
      },
      ...rest,
    ]
  })
}
