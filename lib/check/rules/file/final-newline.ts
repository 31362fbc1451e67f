import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'final-newline',
  severity: 'warning',
  fix: 'adds it',
  expects: 'The last line ends too. (A body that is only the editor’s &nbsp; is left as the editor writes it.)',
  why: 'Without it, the next line that somebody adds shows up as a change of the last one.',
  wrong: 'The last sentence.',
  right: 'The last sentence.\\n',

  *findInBytes(raw) {
    if (/(?:^|\n|\r)$/.test(raw) || /\n---[ \t]*\s*&nbsp;$/.test(raw)) return
    const message = 'The last line has no end. Add a line break after it.'
    yield { at: raw.length, message, fix: [{ start: raw.length, end: raw.length, text: '\n' }] }
  },
}
