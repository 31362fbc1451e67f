import { toString as toText } from 'mdast-util-to-string'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'heading-empty',
  severity: 'warning',
  expects: 'A heading has text.',
  why: 'It would stand in the table of contents as a blank line.',
  wrong: '##',
  right: '## Causes',

  *findInQuestion({ answer }) {
    for (const heading of answer.list('heading')) {
      if (toText(heading).trim() !== '') continue
      yield { at: answer.startOf(heading), message: 'This heading has no text. Write one, or remove it.' }
    }
  },
}
