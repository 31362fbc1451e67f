import { doubleMetaphone } from 'double-metaphone'
import { longestCorrected, shortestCorrected } from './near-words'

/** Fewer sounds are those of too many words. */
const fewestSounds = 3

/** How a word sounds, in one way or two, as a piece by which it is looked up; nothing for what is not English. */
export function toSounds(word: string): string[] {
  if (word.length < shortestCorrected || word.length > longestCorrected || !/^[a-z]+$/.test(word)) return []
  const sounds = new Set(doubleMetaphone(word))
  return [...sounds].filter((sound) => sound.length >= fewestSounds).map((sound) => `~${sound}`)
}
