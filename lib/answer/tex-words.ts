/** Commands whose argument is text, not a formula. */
const opening = /\\(?:text(?!color|style)[a-z]*|[mhf]box|intertext|emph)\s*\{/y

/** A longer argument is not read as text: otherwise, each dollar sign in it would be read up to its end. */
const longest = 1_000

/** A set of words: `\{aa, ab, ba, bb\}`. */
const set = /\\\{\s*[^\s,{}$]{1,40}(?:\s*,\s*[^\s,{}$]{1,40}){0,200}\s*\\\}/g

/** The end of the text command (`\text{…}`) that begins at `at`; `at` if none does, or if it is not closed. */
export function endOfTexWords(tex: string, at: number): number {
  opening.lastIndex = at
  if (!opening.test(tex)) return at
  let depth = 1
  const limit = Math.min(tex.length, at + longest)
  for (let end = opening.lastIndex; end < limit; end += tex[end] === '\\' ? 2 : 1) {
    if (tex[end] === '{') depth += 1
    else if (tex[end] === '}') depth -= 1
    if (depth === 0) return end + 1
  }
  return at
}

/** A formula without its commands and their text: what is left has words only if it is prose. */
export function withoutTex(tex: string): string {
  if (!tex.includes('\\')) return tex
  let out = ''
  for (let at = 0; at < tex.length; ) {
    const end = tex[at] === '\\' ? endOfTexWords(tex, at) : at
    out += end > at ? ' ' : tex[at]
    at = Math.max(end, at + 1)
  }
  return out.replace(set, ' ').replace(/\\(?:math[a-z]+|operatorname\*?|tag\*?|label)\s*\{[^{}]*\}|\\[A-Za-z]+/g, ' ')
}
