/** How many titles have a word, and how many of those questions repeat it among their keywords. */
export type Repeated = { titled: number; repeated: number }

/** The key under which all words of titles except stop words are counted: no word of a text. */
export const allWords = ''

/** A word in few titles is worth about the average: the prior counts like this many titles. */
const prior = 6

/** The bounds of a word's worth. */
const minWorth = 0.25
const maxWorth = 1.25

/**
 * How much a word says about what a question is about, as a factor of its weight: authors repeat the topic of a title
 * among their keywords (`schizophrenia`), but seldom its other words (`meant`, `people`). 1 in a library without keywords.
 */
export function toWorth({ titled = 0, repeated = 0 }: Partial<Repeated>, all: Repeated): number {
  if (all.repeated <= 0) return 1
  const usual = all.repeated / all.titled
  const share = (repeated + prior * usual) / (titled + prior)
  return Math.min(maxWorth, Math.max(minWorth, share / usual))
}
