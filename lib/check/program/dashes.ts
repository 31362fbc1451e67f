/** Which dashes of a program are mistakes, and what was typed where a word processor wrote one; undefined if unclear. */
export type Dashes = { pattern: RegExp; toHyphen: (text: string, at: number) => string | undefined }

/** In a shell, a dash before the name of an option is a mistake; others may be text. */
const option = /(?<=\s)[–—](?=[a-z])/iy
const anywhere = /[–—−]/y

const shell: Dashes = {
  pattern: option,
  // `—help` was two hyphens, `–n` one.
  toHyphen: (text, at) => (/^.[a-z]{2}/.test(text.slice(at, at + 3)) ? '--' : '-'),
}
const powershell: Dashes = { pattern: option, toHyphen: () => '-' }

const minus: Dashes = {
  pattern: anywhere,
  toHyphen: (text, at) => (text[at] === '−' || isBetween(text, at, /^ ?[\w(]/) ? '-' : undefined),
}

/** In languages where two hyphens begin a comment, a dash before a word may have been one or two. */
const minusOrComment: Dashes = {
  pattern: anywhere,
  toHyphen: (text, at) => (text[at] === '−' || isBetween(text, at, /^ ?\d|^[\w(]/) ? '-' : undefined),
}

/** Whether an en dash is between two operands of a subtraction; an em dash may have been two hyphens. */
const isBetween = (text: string, at: number, operand: RegExp) =>
  text[at] === '–' && /[\w)\]] ?$/.test(text.slice(Math.max(0, at - 2), at)) && operand.test(text.slice(at + 1, at + 3))

const subtracting = 'python java c cpp csharp go rust ruby r kotlin swift matlab scala perl'.split(' ')
const commenting = 'sql haskell lua'.split(' ')

const dashes = new Map<string, Dashes>([
  ['shellscript', shell],
  ['powershell', powershell],
  ...subtracting.map((id) => [id, minus] as const),
  ...commenting.map((id) => [id, minusOrComment] as const),
])

/** The dashes that are mistakes in a language, by Shiki's name for it; undefined for languages where they may be text. */
export const findDashes = (id: string): Dashes | undefined => dashes.get(id)
