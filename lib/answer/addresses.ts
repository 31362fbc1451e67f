/** The address of a link or image, from `](` up to its title or closing bracket. */
const ofLink =
  /\]\([ \t]*(?:<(?:\\.|[^<>\\\n]){0,2000}>|(?:\\\S|[^\s()\\<]|\((?:\\\S|[^\s()\\]){0,2000}\)){1,2000})(?=[ \t]*\)|\s{1,9}["'(])/y
/** `<https://…>`, `<mailto:…>`. */
const inAngleBrackets = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/iy
/** A bare address, from the colon of `https://…` or from `www.` on. */
const bare = /(?::\/\/|www\.)[^\s<>|`]*/iy
/** The same where the two characters `\n` are a line break. */
const bareInLine = /(?::\/\/|www\.)(?:(?!\\n)[^\s<>|`])*/iy
/** The address in a definition: `[name]: address`, perhaps with a title. */
const ofDefinition = /\]:[ \t]*\S{1,2000}(?=[ \t]*(?:\n|$)|[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t]*(?:\n|$))/y
const beforeDefinition = /^[ \t>]*\[(?!\^)(?:\\.|[^[\]\\]){1,999}$/

/** Where an address may begin. */
export const addressStart = String.raw`\]\(|\]:|:\/\/|www\.|<[a-z]`

/**
 * The end of the address that begins at `at`, in a line that begins at `lineStart`; `at` if none does. A dollar sign may
 * be part of an address. `literal` is whether the two characters `\n` are a line break.
 */
export function endOfAddress(text: string, at: number, lineStart: number, literal: boolean): number {
  for (const pattern of [ofLink, inAngleBrackets, literal ? bareInLine : bare, ofDefinition]) {
    if (pattern === ofDefinition && !beginsDefinition(text, at, lineStart)) continue
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found) return at + (literal && found.includes('\\n') ? found.indexOf('\\n') : found.length)
  }
  return at
}

const beginsDefinition = (text: string, at: number, lineStart: number) =>
  text[at] === ']' && at - lineStart < 1_100 && beforeDefinition.test(text.slice(lineStart, at))
