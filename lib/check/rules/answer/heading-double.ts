import { toString as toText } from 'mdast-util-to-string'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'heading-double',
  severity: 'warning',
  expects: 'Headings in the same section differ from each other.',
  why: 'Readers cannot tell them apart in the table of contents.',
  wrong: '## Example\n\nIce melts.\n\n## Example\n\nWater boils.',
  right: '## Example: ice\n\nIce melts.\n\n## Example: water\n\nWater boils.',

  *findInQuestion({ answer }) {
    const open: { depth: number; texts: Set<string> }[] = []
    for (const heading of answer.list('heading')) {
      while ((open.at(-1)?.depth ?? 0) > heading.depth) open.pop()
      let part = open.at(-1)
      if (part?.depth !== heading.depth) {
        part = { depth: heading.depth, texts: new Set() }
        open.push(part)
      }
      const text = toText(heading).trim()
      const isDouble = text !== '' && part.texts.has(text.toLowerCase())
      part.texts.add(text.toLowerCase())
      // Formulas are replaced by placeholders, so headings with formulas may look alike here although they differ.
      if (!isDouble || text.includes('\uE000')) continue
      const message = `There is already a heading “${text}” above. Say in each what it is about.`
      yield { at: answer.startOf(heading), message }
    }
  },
}
