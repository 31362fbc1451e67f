import { isDictionaryWord, isEnglishWord } from './dictionary/dictionary'
import { listRightWords } from './dictionary/misspellings'
import { type Known, type Looking, lookTogether, lookUp, lookUpEach } from './lookups'
import { countMistakes, longestCorrected, shortestCorrected, toPieces } from './near-words'
import { toSounds } from './sounds'
import { isStopWord } from './stop-words'
import { nothing, toKnownTerm } from './terms'

/**
 * From this length on a word may have two mistakes; the second is only looked for among words with the same beginning.
 */
const longEnoughForTwo = 7
const sameBeginning = 3
const mostWithBeginning = 5_000

/** How many words that sound alike are considered. */
const mostAlike = 200

/** A word that at most this many questions have may be a typo, if none of them has the other words too. */
export const mostSlips = 2

/** How many times as many headings must have a word that is one more mistake away. */
const mistakeCosts = 50

/** What sounds like a word is as likely as what has so many mistakes. */
const mistakesBySound = 2

/** Which share of the letters of words may differ that sound alike: of those with few sounds (with the mark), and others. */
const fewSounds = 4
const shareOfFew = 0.25
const shareOfMany = 0.4

/** Counting in answers stops here. */
const mostCounted = 100

/** Words that may be meant by another one, the likeliest first. */
export type Corrections = {
  /** The right words, if it is a common misspelling of words that the library has. */
  listed: Known[]
  /** Words of headings that are one mistake away, or two where the word is long, or that sound alike. */
  near: (Known & { mistakes: number })[]
  /** Whether it is a right word of English, or a name: then others are only near by chance. */
  isRight: boolean
}

/** Looks up the corrections of a word, at most `limit` near ones. */
export function* lookUpCorrections(word: string, limit: number): Looking<() => Corrections> {
  if (word.length < shortestCorrected || word.length > longestCorrected || /\d/.test(word) || isStopWord(word)) {
    return () => ({ listed: [], near: [], isRight: false })
  }
  const isLong = word.length >= longEnoughForTwo
  const beginning = isLong ? word.slice(0, sameBeginning) : undefined
  const isEnglish = isEnglishWord(word)
  // Of what is misspelt a heading may have the plural alone. A right word needs no other that sounds like it.
  const plurals = isEnglish || word.endsWith('s') ? [] : [`${word}s`]
  const pieces = [...toPieces(word), ...plurals.flatMap((plural) => [plural, ...toPieces(plural)])]
  const sounds = isEnglish ? [] : toSounds(word)
  const [[near], alike, listed] = yield* lookTogether([
    lookUp({ kind: 'near', word, most: mostSlips, pieces, beginning, limit: mostWithBeginning }),
    lookUpEach(sounds.length > 0 ? [{ kind: 'alike', sounds, limit: mostAlike }] : []),
    lookUpListed(word),
  ])
  const mistakes = isLong ? 2 : 1
  const isNear = (known: Known & { mistakes: number }) =>
    known.mistakes > 0 && known.mistakes <= mistakes && known.word.length >= shortestCorrected - 1
  return () => {
    const right = listed()
    // Where the library lacks the right word too, what is near is not meant.
    if (right) return { listed: right, near: [], isRight: false }
    const isRight = isDictionaryWord(word)
    const typed = isRight ? [word] : [word, ...plurals]
    const spelled = near().map((known) => ({
      ...known,
      mistakes: Math.min(...typed.map((form) => countMistakes(form, known.word, mistakes))),
    }))
    const heard = isRight ? [] : alike.flatMap((answer) => answer()).filter((known) => soundsAlike(word, known.word))
    const found = [...spelled.filter(isNear), ...heard.map((known) => ({ ...known, mistakes: mistakesBySound }))]
    const different = new Map(found.reverse().map((known) => [known.word, known]))
    return {
      listed: [],
      near: [...different.values()]
        .sort((a, b) => toLikelihood(b, word) - toLikelihood(a, word) || (a.word < b.word ? -1 : 1))
        .slice(0, limit),
      isRight,
    }
  }
}

/** The right words of a common misspelling that headings have, or else answers; undefined where it is none. */
function* lookUpListed(word: string): Looking<() => Known[] | undefined> {
  const right = listRightWords(word).filter((other) => !isStopWord(other))
  if (right.length === 0) return () => undefined
  const toMatch = (other: string) => ({ terms: [toKnownTerm({ word: other, questions: 1 }, nothing)] })
  const [above, anywhere] = yield* lookTogether([
    lookUpEach(right.map((other) => ({ kind: 'countHeadings', match: toMatch(other), limit: mostCounted }))),
    lookUpEach(right.map((other) => ({ kind: 'countTexts', match: toMatch(other), limit: mostCounted }))),
  ])
  return () =>
    right
      .map((other, index) => ({ word: other, questions: above[index]?.() || anywhere[index]?.() || 0 }))
      .filter(({ questions }) => questions > 0)
}

/** Frequent words are likelier to be meant, near ones more so, and the first letter is seldom wrong. */
function toLikelihood({ word, questions, mistakes }: Known & { mistakes: number }, typed: string): number {
  const likely = Math.log(questions) - mistakes * Math.log(mistakeCosts) + (word[0] === typed[0] ? 1 : 0)
  // Joining words are found together with any others.
  return isStopWord(word) ? likely - Math.log(mistakeCosts) : likely
}

/** Words that sound alike and are spelled very differently are different words; few sounds say less. */
function soundsAlike(typed: string, word: string): boolean {
  const share = toSounds(word).every((sound) => sound.length <= fewSounds) ? shareOfFew : shareOfMany
  const most = Math.floor(Math.max(typed.length, word.length) * share)
  const mistakes = countMistakes(typed, word, most)
  return mistakes > 0 && mistakes <= most
}
