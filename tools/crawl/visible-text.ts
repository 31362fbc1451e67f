import { Parser } from 'htmlparser2'

/** Elements whose text nobody reads: styles and scripts, the TeX beside a formula, and labels of buttons. */
const unread = new Set(['script', 'style', 'template', 'annotation', 'button'])

/** Elements within a line: all others end a word. */
const inline = new Set('a abbr b code em i mark mi mn mo ms mtext q s small span strong sub sup time u var'.split(' '))

/** Collects the words of an HTML text that is read element by element. */
export class VisibleText {
  private text = ''
  private readonly hidden: string[] = []

  open(name: string, attributes: Record<string, string>) {
    if (this.hidden.length > 0 ? name === this.hidden[0] : unread.has(name) || attributes['aria-hidden'] === 'true') {
      this.hidden.push(name)
    }
    if (!inline.has(name)) this.text += ' '
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

/** The words that a reader of an HTML text sees. */
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
