import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'final-newline',
  severity: 'warning',
  fix: 'adds it',
  expects:
    'The last line also ends with a line break. (A body that is only the editor’s &nbsp; is left as the editor writes it.)',
  why: 'Without it, a line that somebody adds later shows up as a change to the last one, too.',
  wrong: 'The last sentence.',
  right: 'The last sentence.\\n',

  *findInBytes(raw) {
    if (/(?:^|\n|\r)$/.test(raw) || /\n---[ \t]*\s*&nbsp;$/.test(raw)) return
    const message = 'The last line does not end with a line break. Add one.'
    yield { at: raw.length, message, fix: [{ start: raw.length, end: raw.length, text: '\n' }] }
  },
}
