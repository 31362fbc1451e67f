import { toString as toText } from 'mdast-util-to-string'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'heading-level',
  severity: 'warning',
  expects: 'A heading is at most one level below the one before it.',
  why: 'Screen readers read the levels as an outline; a skipped level looks like a missing part.',
  wrong: '## Causes\n\n#### Friction',
  right: '## Causes\n\n### Friction',

  *findInQuestion({ answer }) {
    let before: number | undefined
    for (const heading of answer.list('heading')) {
      const { depth } = heading
      if (before !== undefined && depth > before + 1 && toText(heading).trim() !== '') {
        const message = `This heading has level ${depth}, right below one of level ${before}. Write ${'#'.repeat(before + 1)} instead of ${'#'.repeat(depth)}.`
        yield { at: answer.startOf(heading), message }
      }
      before = depth
    }
  },
}
