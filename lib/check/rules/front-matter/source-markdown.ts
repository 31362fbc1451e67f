import { toScalarEdit } from '@/lib/compiler/source/write-yaml'
import type { Rule } from '../../rule'

const link = /\[([^[\]]{1,300})\]\(([^()\s]{1,400})\)/g

export const rule: Rule = {
  name: 'source-markdown',
  severity: 'notice',
  fix: 'writes the words and the address',
  expects: 'A source is text: author, title, year, and its address.',
  why: 'On paper, only the words of a Markdown link are left, and nobody can follow it.',
  wrong: 'sources:\n  - "[Heat](https://example.org/heat)"',
  right: 'sources:\n  - Heat, https://example.org/heat',

  *findInQuestion(file) {
    const { sources } = file.fields
    for (const [index, source] of (Array.isArray(sources) ? sources : []).entries()) {
      if (typeof source !== 'string' || source.search(link) === -1) continue
      const field = `sources.${index}`
      const plain = source.replace(link, '$1, $2')
      const place = file.getPlace(field)
      const start = file.inField(field, 0)
      const isVerbatim = place !== undefined && file.text.startsWith(source, start)
      const fix = isVerbatim
        ? toScalarEdit({ start, end: start + source.length, style: place.style }, plain)
        : undefined
      yield {
        at: start + source.search(link),
        message: `On paper, only the words of this link are left. Write ${plain}: the address is a link too.`,
        fix,
      }
    }
  },
}
