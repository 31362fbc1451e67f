import type { Rule } from '../../rule'

const markups: [pattern: RegExp, remedy: string][] = [
  [/<\/?(?:b|i|em|strong|u|br|p|span|font|h[1-6]|a|div|sup|sub)(?:\s[^<>]{0,200})?\/?>/i, 'Write it without HTML.'],
  [/!?\[[^[\]]{1,200}\]\([^()\s]{1,400}\)/, 'Write only its words: a title cannot be a link.'],
  [/^(?:\*\*|__)(?=[^*_]{1,400}(?:\*\*|__)[?!.]?$)/, 'Titles are set in bold anyway: remove the marks.'],
  [/^#{1,6} /, 'A title is a heading anyway: remove the marks.'],
]

export const rule: Rule = {
  name: 'title-markup',
  severity: 'warning',
  expects: 'A title is a line of text, without HTML, links and headings.',
  why: 'Tabs, search results and links show it as text.',
  wrong: 'title: "<b>What is heat?</b>"',
  right: 'title: What is heat?',

  *findInQuestion(file) {
    for (const field of ['title', 'seo.title']) {
      const title = file.getText(field) ?? ''
      for (const [pattern, remedy] of markups) {
        const found = pattern.exec(title)
        if (found) yield { at: file.inField(field, found.index), message: `“${found[0].trim()}” is markup. ${remedy}` }
      }
    }
  },
}
