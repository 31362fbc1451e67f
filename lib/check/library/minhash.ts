/**
 * MinHash (Broder, “On the resemblance and containment of documents”, 1997): a few numbers for a text. The share of
 * them on which two texts agree estimates the share of three-word phrases that they have in common. Similar texts
 * almost certainly share a band of numbers, by which an index finds them: with probability 0.99 at 0.8, 0.05 at 0.4.
 */
const bandCount = 12
const numbersPerBand = 5
const numbers = bandCount * numbersPerBand
const phraseLength = 3

/** A text with fewer words is too short to compare. */
const minWords = 12

const multipliers = Array.from({ length: numbers }, (_, index) => mix(2 * index + 1) | 1)
const summands = Array.from({ length: numbers }, (_, index) => mix(2 * index + 2))

/** The MinHash of a text, ignoring case and punctuation; undefined if it is too short. */
export function toMinhash(text: string): Uint32Array | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < minWords) return undefined
  const hashes = words.map(hashWord)
  const minhash = new Uint32Array(numbers).fill(0xffffffff)
  for (let at = 0; at + phraseLength <= hashes.length; at += 1) {
    let phrase = 0
    for (let word = 0; word < phraseLength; word += 1) phrase = mix(phrase ^ (hashes[at + word] as number)) + word
    for (let index = 0; index < numbers; index += 1) {
      const value = (Math.imul(phrase, multipliers[index] as number) + (summands[index] as number)) >>> 0
      if (value < (minhash[index] as number)) minhash[index] = value
    }
  }
  return minhash
}

/** The similarity of two texts, from 0 to 1, estimated from their MinHashes: within 0.05 two times out of three. */
export function toLikeness(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let index = 0; index < numbers; index += 1) if (a[index] === b[index]) same += 1
  return same / numbers
}

/** The bands of a MinHash, each as a 48-bit integer. */
export function toBands(minhash: Uint32Array): number[] {
  return Array.from({ length: bandCount }, (_, band) => {
    let low = mix(band + 1)
    let high = mix(band + 101)
    for (let index = 0; index < numbersPerBand; index += 1) {
      const value = minhash[band * numbersPerBand + index] as number
      low = mix(low ^ value)
      high = mix(Math.imul(high, 31) ^ value)
    }
    return (high & 0xffff) * 0x1_0000_0000 + (low >>> 0)
  })
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** Spreads the bits of a number (the finaliser of MurmurHash3, https://github.com/aappleby/smhasher). */
function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** A MinHash as text, four bytes per number, base64-encoded. */
export const toText = (minhash: Uint32Array) => Buffer.from(minhash.buffer).toString('base64')

export function fromText(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64')
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}
