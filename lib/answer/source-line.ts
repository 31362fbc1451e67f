import { escapeHtml } from '@/lib/core/escape-html'
import { readLine, toMarkedText, toPieceHtml } from './title'

/** Longer ones are no sources, and shown as they are written. */
const longest = 2_000

/**
 * A link as Markdown has it, to another site or within this one, an address in angle brackets, or one by itself,
 * without what ends the sentence around it.
 */
const link =
  /\[((?:[^[\]\\\n]|\\.){1,300})\]\(\s*<?((?:https?:\/\/|\/(?![/\\]))(?:[^\s<>()]|\([^\s<>()]*\)){1,1000})>?(?:\s+"[^"\n]{0,300}")?\s*\)|<(https?:\/\/[^\s<>]{1,1000})>|(https?:\/\/(?:[^\s<>()"]|\([^\s<>()"]*\)){1,1000}(?<![.,;:!?'*_]))/gi

/** A source of an answer as safe HTML: its links, emphasis and code as such, all else escaped. */
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

/** Words without links; the space around them stays. */
const toWordsHtml = (text: string) =>
  readLine(text, toPieceHtml, (segment) => {
    const marked = escapeHtml(toMarkedText(segment))
    return segment.kind === 'code' ? `<code>${marked}</code>` : marked
  })
