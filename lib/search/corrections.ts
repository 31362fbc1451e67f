import { isDictionaryWord, isEnglishWord } from './dictionary/dictionary'
import { listRightWords } from './dictionary/misspellings'
import { type Known, type LookupSteps, lookUp, lookUpEach, lookUpTogether } from './lookups'
import { countMistakes, longestCorrected, shortestCorrected, toPieces } from './near-words'
import { toSounds } from './sounds'
import { isStopWord } from './stop-words'
import { nothing, toKnownTerm } from './terms'

/**
 * From this length on a word may have two mistakes; those with two are only searched among words with the same beginning.
 */
const longEnoughForTwo = 7
const sameBeginning = 3
const maxWithBeginning = 5_000

/** How many words with the same sound are considered. */
const maxSimilar = 200

/** A word that at most this many questions have may be a typo, unless one of them also has the other words. */
export const maxTypos = 2

/** A word with one more mistake must occur in this many times as many headings to be as likely. */
const mistakeCosts = 50

/** A word that sounds the same is as likely as one with this many mistakes. */
const mistakesBySound = 2

/** The share of letters that may differ in words that sound alike: for few sounds (`~` included), and for more. */
const fewSounds = 4
const shareOfFew = 0.25
const shareOfMany = 0.4

/** Counting in answers stops here. */
const maxCounted = 100

/** Words that a typed word may stand for, likeliest first. */
export type Corrections = {
  /** The correct words, if it is a common misspelling of words that the library has. */
  listed: Known[]
  /** Words of headings that are one mistake away (two if the word is long), or that sound alike. */
  near: (Known & { mistakes: number })[]
  /** Whether it is a correct English word, or a name: similar words are then probably a coincidence. */
  isRight: boolean
}

/** Looks up the corrections of a word, at most `limit` near ones. */
export function* lookUpCorrections(word: string, limit: number): LookupSteps<() => Corrections> {
  if (word.length < shortestCorrected || word.length > longestCorrected || /\d/.test(word) || isStopWord(word)) {
    return () => ({ listed: [], near: [], isRight: false })
  }
  const isLong = word.length >= longEnoughForTwo
  const beginning = isLong ? word.slice(0, sameBeginning) : undefined
  const isEnglish = isEnglishWord(word)
  // Headings may have only the plural of what was misspelt. A correct word needs no lookup by sound.
  const plurals = isEnglish || word.endsWith('s') ? [] : [`${word}s`]
  const pieces = [...toPieces(word), ...plurals.flatMap((plural) => [plural, ...toPieces(plural)])]
  const sounds = isEnglish ? [] : toSounds(word)
  const [[near], alike, listed] = yield* lookUpTogether([
    lookUp({ kind: 'near', word, most: maxTypos, pieces, beginning, limit: maxWithBeginning }),
    lookUpEach(sounds.length > 0 ? [{ kind: 'alike', sounds, limit: maxSimilar }] : []),
    lookUpListed(word),
  ])
  const mistakes = isLong ? 2 : 1
  const isNear = (known: Known & { mistakes: number }) =>
    known.mistakes > 0 && known.mistakes <= mistakes && known.word.length >= shortestCorrected - 1
  return () => {
    const right = listed()
    // For a common misspelling similar words are not meant, even if the library lacks the correct one.
    if (right) return { listed: right, near: [], isRight: false }
    const isRight =
      isDictionaryWord(word) && !(sounds.length > 0 && near().some((known) => isSameName(word, known.word)))
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

/** The correct words of a common misspelling, if headings or answers have them; undefined if it is not one. */
function* lookUpListed(word: string): LookupSteps<() => Known[] | undefined> {
  const right = listRightWords(word).filter((other) => !isStopWord(other))
  if (right.length === 0) return () => undefined
  const toMatch = (other: string) => ({ terms: [toKnownTerm({ word: other, questions: 1 }, nothing)] })
  const [above, anywhere] = yield* lookUpTogether([
    lookUpEach(right.map((other) => ({ kind: 'countHeadings', match: toMatch(other), limit: maxCounted }))),
    lookUpEach(right.map((other) => ({ kind: 'countTexts', match: toMatch(other), limit: maxCounted }))),
  ])
  return () =>
    right
      .map((other, index) => ({ word: other, questions: above[index]?.() || anywhere[index]?.() || 0 }))
      .filter(({ questions }) => questions > 0)
}

/** Frequent words are likelier to be meant, similar ones even more so, and the first letter is seldom wrong. */
function toLikelihood({ word, questions, mistakes }: Known & { mistakes: number }, typed: string): number {
  const likely = Math.log(questions) - mistakes * Math.log(mistakeCosts) + (word[0] === typed[0] ? 1 : 0)
  // Stop words occur together with any other word.
  return isStopWord(word) ? likely - Math.log(mistakeCosts) : likely
}

/** Whether another word is the same name: one letter more or less, or two swapped, but the same sound. */
const isSameName = (word: string, other: string) =>
  word[0] === other[0] &&
  (word.length !== other.length || [...word].sort().join('') === [...other].sort().join('')) &&
  countMistakes(word, other, 1) === 1 &&
  toSounds(word).every((sound) => toSounds(other).includes(sound)) &&
  !isEnglishWord(other)

/** Words that sound alike but are spelled very differently are different words; the fewer sounds, the stricter. */
function soundsAlike(typed: string, word: string): boolean {
  const share = toSounds(word).every((sound) => sound.length <= fewSounds) ? shareOfFew : shareOfMany
  const max = Math.floor(Math.max(typed.length, word.length) * share)
  const mistakes = countMistakes(typed, word, max)
  return mistakes > 0 && mistakes <= max
}
