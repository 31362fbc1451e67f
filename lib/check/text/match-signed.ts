/**
 * The matches of a pattern in a text that has one of the signs. Every match must have one: most texts have none, which
 * shows in a hundredth of the time.
 */
export const matchSigned = (text: string, signs: readonly string[], pattern: RegExp): Iterable<RegExpExecArray> =>
  hasOneOf(text, signs) ? text.matchAll(pattern) : []

/** Whether a text has one of several signs. */
export const hasOneOf = (text: string, signs: readonly string[]) => signs.some((sign) => text.includes(sign))
