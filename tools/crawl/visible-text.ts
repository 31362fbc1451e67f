import { Parser } from 'htmlparser2'

/** Elements whose text is not part of the content: styles and scripts, the TeX beside a formula, and button labels. */
const unread = new Set(['script', 'style', 'template', 'annotation', 'button'])

/** Footnote markers and backlinks: they are navigation, not text. */
const isFootnoteLink = (attributes: Record<string, string>) =>
  attributes['data-footnote-ref'] !== undefined || attributes['data-footnote-backref'] !== undefined

/** Inline elements: all others end a word. */
const inline = new Set('a abbr b code em i mark mi mn mo ms mtext q s small span strong sub sup time u var'.split(' '))

/** Collects the visible text of HTML from a streaming parser. */
export class VisibleText {
  private text = ''
  private readonly hidden: string[] = []

  open(name: string, attributes: Record<string, string>) {
    const isUnread = unread.has(name) || attributes['aria-hidden'] === 'true' || isFootnoteLink(attributes)
    if (this.hidden.length > 0 ? name === this.hidden[0] : isUnread) this.hidden.push(name)
    if (!inline.has(name)) this.text += ' '
    if (name === 'img' && attributes.alt) this.add(attributes.alt)
  }

  add(text: string) {
    if (this.hidden.length === 0) this.text += text
  }

  close(name: string) {
    if (name === this.hidden[0]) this.hidden.pop()
    if (!inline.has(name)) this.text += ' '
  }

  toString() {
    return this.text.replace(/\s+/g, ' ').trim()
  }
}

/** The visible text of HTML, with the alternative text of pictures. */
export function toVisibleText(html: string): string {
  const visible = new VisibleText()
  const parser = new Parser({
    onopentag: (name, attributes) => visible.open(name, attributes),
    ontext: (text) => visible.add(text),
    onclosetag: (name) => visible.close(name),
  })
  parser.end(html)
  return visible.toString()
}
