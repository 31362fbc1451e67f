/**
 * The matches of a pattern, every one of which contains one of the signs. Most texts contain none, and finding that out
 * takes a hundredth of the time.
 */
export const matchIfContains = (text: string, signs: readonly string[], pattern: RegExp): Iterable<RegExpExecArray> =>
  hasOneOf(text, signs) ? text.matchAll(pattern) : []

/** Whether a text has one of several signs. */
export const hasOneOf = (text: string, signs: readonly string[]) => signs.some((sign) => text.includes(sign))
