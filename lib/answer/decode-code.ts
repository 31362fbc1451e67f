const plainLanguages = new Set(['', 'text', 'plaintext', 'txt', 'plain', 'markdown', 'md'])

/**
 * Decodes the literal `\n` of a program in a folded answer to line breaks, except inside string literals: in
 * `printf("a\n");\nreturn 0;` the first stays as written and the second ends the line. `\\n` in a string is an
 * escaped `\n`; elsewhere it is a backslash that ends a line.
 */
export function decodeCode(code: string, language: string): string {
  const quotes = plainLanguages.has(language.toLowerCase()) ? '"' : '"\'`'
  let out = ''
  let at = 0
  while (at < code.length) {
    const char = code[at] as string
    if (code.startsWith('\\n', at)) {
      out += '\n'
      at += 2
    } else if (code.startsWith('\\\\n', at)) {
      out += '\\\n'
      at += 3
    } else if (code.startsWith('"""', at) || code.startsWith("'''", at)) {
      const end = endOf(code, code.slice(at, at + 3), at + 3)
      out += code.slice(at, end).replaceAll('\\n', '\n')
      at = end
    } else if (quotes.includes(char) && opensString(code, at)) {
      const end = stringEnd(code, at)
      out += code.slice(at, end).replaceAll('\\\\n', '\\n')
      at = end
    } else if (commentLength(code, at) > 0) {
      const end = endOf(code, '\\n', at, 0)
      out += code.slice(at, end)
      at = end
    } else {
      out += char
      at += 1
    }
  }
  return out
}

/** The end of the string or comment that `mark` closes after `from`, or the end of the code. */
function endOf(code: string, mark: string, from: number, including = mark.length): number {
  const end = code.indexOf(mark, from)
  return end === -1 ? code.length : end + including
}

/** A comment runs to the end of its line; a quote in it opens no string (`// don't`). */
function commentLength(code: string, at: number): number {
  if (code.startsWith('//', at)) return code[at - 1] === ':' ? 0 : 2
  if (code[at] === '#') return /[\w&"']/.test(code[at - 1] ?? '') ? 0 : 1
  return code.startsWith('-- ', at) ? 3 : 0
}

function opensString(code: string, at: number): boolean {
  const before = code.slice(Math.max(0, at - 2), at)
  const apostrophe = code[at] === "'" && /\w$/.test(before) && !/^\W?[fFrRbBuUL]$/.test(before)
  return !apostrophe && stringEnd(code, at) > at
}

/** The end of the string literal that opens at `at`; `at` itself if none does. */
function stringEnd(code: string, at: number): number {
  const quote = code[at]
  let end = at + 1
  while (end < code.length && code[end] !== quote) {
    if (code[end] === '\n') return at
    end += code[end] === '\\' ? 2 : 1
  }
  if (end >= code.length) return at
  // A closing quote after the end of a statement does not close this one: the quotes were not balanced.
  return /[;{})]\s*\\n/.test(code.slice(at, end)) ? at : end + 1
}
