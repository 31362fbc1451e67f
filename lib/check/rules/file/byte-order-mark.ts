import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'byte-order-mark',
  severity: 'warning',
  fix: 'removes it',
  expects: 'A file begins with its first letter, not with a byte-order mark.',
  why: 'It is invisible, means nothing in UTF-8, and some programs read it as text.',
  wrong: '\\ufeff---',
  right: '---',

  *findInBytes(raw) {
    if (!raw.startsWith('\uFEFF')) return
    const message = 'The file begins with a byte-order mark. Save it as UTF-8 without one.'
    yield { at: 0, message, fix: [{ start: 0, end: 1, text: '' }] }
  },
}
