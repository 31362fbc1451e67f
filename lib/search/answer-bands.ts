import type { AnswerSource } from '@/lib/core/answer-source'

const phraseLength = 3
const binsPerBand = 4
const bandCount = 2

/** An answer of fewer words than this is too short to compare. */
const minWords = 25

/** How much of an answer is compared, in characters. */
const compared = 2_000

/** Two hashes for finding near-duplicate answers: nine of ten pairs with 19 of 20 phrases in common share one of them. */
export type AnswerBands = [number, number]

/**
 * The bands of an answer, ignoring case, punctuation and markup; undefined if it is too short. MinHash with one
 * permutation (Li, Owen and Zhang, “One permutation hashing”, 2012): each phrase of three words falls into one of eight
 * bins, whose least hashes are the signature. The check uses many permutations (lib/check/library/minhash.ts) to estimate
 * how much two texts have in common, which takes six times as long.
 */
export function toAnswerBands({ text, breaks }: AnswerSource): AnswerBands | undefined {
  const least = new Float64Array(binsPerBand * bandCount).fill(2 ** 32)
  let [word, before, earlier, words] = [0, 0, 0, 0]
  const end = Math.min(text.length, compared)
  for (let at = 0; at <= end; at += 1) {
    const code = at < end ? text.charCodeAt(at) : space
    if (isWordCode(code)) {
      word = Math.imul(word ^ (code | lowerCase), 0x01000193)
      continue
    }
    // “\n” is a line break: the n is not a word.
    if (code === backslash && breaks === 'literal') at += 1
    if (word === 0) continue
    words += 1
    if (words >= phraseLength) {
      const phrase = mix(word ^ Math.imul(before, 3) ^ Math.imul(earlier, 5))
      const bin = phrase % least.length
      if (phrase < (least[bin] as number)) least[bin] = phrase
    }
    earlier = before
    before = word
    word = 0
  }
  return words < minWords ? undefined : [toBand(least, 0), toBand(least, 1)]
}

const [space, lowerCase, backslash] = [32, 32, 92]

const isWordCode = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127

/** Combines the least hashes of a band's bins into one 48-bit number. */
function toBand(least: Float64Array, band: number): number {
  let [low, high] = [mix(band + 1), mix(band + 101)]
  for (const value of least.subarray(band * binsPerBand, (band + 1) * binsPerBand)) {
    low = mix(low ^ value)
    high = mix(Math.imul(high, 31) ^ value)
  }
  return (high & 0xffff) * 0x1_0000_0000 + low
}

/** Spreads the bits of a number (the finaliser of MurmurHash3, https://github.com/aappleby/smhasher). */
function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
