import type { Root } from 'hast'
import { escapeHtml } from '@/lib/core/escape-html'
import { walk } from './walk'

const closing = /^[.,;:!?)\]’”%]+/

/**
 * Whether a rendered formula is inline and in one piece (one `katex-base`), so that no line can break inside it.
 */
const isOnePiece = (html: string) =>
  html.startsWith('<span class="katex" ') && html.split('<span class="katex-base">').length === 2

/**
 * Keeps a formula together with the full stop, comma or bracket after it: browsers treat it like a picture, and would
 * break the line before the punctuation.
 */
export function holdPunctuation(tree: Root) {
  walk(tree, (formula, index, parent) => {
    const next = parent.children[index + 1]
    const mark = next?.type === 'text' ? closing.exec(next.value)?.[0] : undefined
    if (!mark || next?.type !== 'text' || formula.type !== 'raw' || !isOnePiece(formula.value)) return
    formula.value = `<span class="nobreak">${formula.value}${escapeHtml(mark)}</span>`
    next.value = next.value.slice(mark.length)
  })
}
