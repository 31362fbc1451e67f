/** How many titles have a word, and how many of these repeat it among their keywords. */
export type Repeated = { titled: number; repeated: number }

/** What the words of all titles are counted under, stop words left out: no text has it. */
export const allWords = ''

/** A word of few titles is worth what words usually are: that counts like so many titles. */
const prior = 6

/** The least and the most that a word is worth. */
const least = 0.25
const most = 1.25

/**
 * What a word tells of what a question is about, as a factor of its weight: authors repeat among their keywords what
 * a title is about (`schizophrenia`), and seldom how it is said (`meant`, `people`). 1 in a library without keywords.
 */
export function toWorth({ titled = 0, repeated = 0 }: Partial<Repeated>, all: Repeated): number {
  if (all.repeated <= 0) return 1
  const usual = all.repeated / all.titled
  const share = (repeated + prior * usual) / (titled + prior)
  return Math.min(most, Math.max(least, share / usual))
}
