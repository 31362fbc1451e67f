import { escapeHtml } from '@/lib/core/escape-html'
import { readLine, toMarkedText, toPieceHtml } from './title'

/** Longer texts are not sources, and are shown as written. */
const longest = 2_000

/**
 * A Markdown link to another site or within this one, an address in angle brackets, or a bare one without the punctuation
 * of the sentence around it.
 */
const link =
  /\[((?:[^[\]\\\n]|\\.){1,300})\]\(\s*<?((?:https?:\/\/|\/(?![/\\]))(?:[^\s<>()]|\([^\s<>()]*\)){1,1000})>?(?:\s+"[^"\n]{0,300}")?\s*\)|<(https?:\/\/[^\s<>]{1,1000})>|(https?:\/\/(?:[^\s<>()"]|\([^\s<>()"]*\)){1,1000}(?<![.,;:!?'*_]))/gi

/** A source of an answer as safe HTML: with links, emphasis and code; everything else is escaped. */
export function toSourceHtml(source: string): string {
  if (source.length > longest) return escapeHtml(source)
  let html = ''
  let end = 0
  for (const { index, 0: found, 1: words, 2: named, 3: bracketed, 4: bare } of source.matchAll(link)) {
    const address = named ?? bracketed ?? bare ?? ''
    const shown = words === undefined ? escapeHtml(address) : toWordsHtml(words)
    const rel = address.startsWith('/') ? '' : ' rel="nofollow noopener"'
    html += `${toWordsHtml(source.slice(end, index))}<a href="${escapeHtml(address)}"${rel}>${shown}</a>`
    end = index + found.length
  }
  return html + toWordsHtml(source.slice(end))
}

/** Text without links; the space around it stays. */
const toWordsHtml = (text: string) =>
  readLine(text, toPieceHtml, (segment) => {
    const marked = escapeHtml(toMarkedText(segment))
    return segment.kind === 'code' ? `<code>${marked}</code>` : marked
  })
