import { doubleMetaphone } from 'double-metaphone'
import { longestCorrected, shortestCorrected } from './near-words'

/** Too many words share fewer sounds. */
const minSounds = 3

/** The one or two pronunciations of a word, as keys for lookups; none for very short or long words or letters beyond a–z. */
export function toSounds(word: string): string[] {
  if (word.length < shortestCorrected || word.length > longestCorrected || !/^[a-z]+$/.test(word)) return []
  const sounds = new Set(doubleMetaphone(word))
  return [...sounds].filter((sound) => sound.length >= minSounds).map((sound) => `~${sound}`)
}
