import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromText, toBands, toLikeness, toMinhash, toText } from '@/lib/check/library/minhash'
import { Random } from '@/tools/corpus/random'

const vocabulary = Array.from({ length: 4_000 }, (_, index) => `word${index}`)
const createText = (random: Random) => Array.from({ length: 400 }, () => random.pick(vocabulary))

/** The share of all three-word phrases of two texts that they have in common. */
function toTrueLikeness(a: string[], b: string[]): number {
  const toPhrases = (words: string[]) => new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')))
  const [first, second] = [toPhrases(a), toPhrases(b)]
  const common = [...first].filter((phrase) => second.has(phrase)).length
  return common / (first.size + second.size - common)
}

/** A text with a share of its words replaced by others. */
const edit = (words: string[], share: number, random: Random) =>
  words.map((word) => (random.chance(share) ? random.pick(vocabulary) : word))

function sign(words: string[]): Uint32Array {
  const signature = toMinhash(words.join(' '))
  assert.ok(signature)
  return signature
}

test('signatures estimate how similar two texts are, and bands find near-duplicates', () => {
  const random = new Random(3)
  let found = 0
  let near = 0
  for (let round = 0; round < 300; round += 1) {
    const words = createText(random)
    const other = edit(words, random.next() * 0.2, random)
    const [a, b] = [sign(words), sign(other)]
    const truth = toTrueLikeness(words, other)
    assert.ok(Math.abs(toLikeness(a, b) - truth) < 0.3, `${truth} ${toLikeness(a, b)}`)
    if (truth < 0.85) continue
    near += 1
    const bands = new Set(toBands(a))
    if (toBands(b).some((band) => bands.has(band))) found += 1
  }
  assert.ok(near > 30, `${near}`)
  assert.equal(found, near)
})

test('different texts with the same vocabulary share no band', () => {
  const random = new Random(5)
  const seen = new Set<number>()
  for (let round = 0; round < 500; round += 1) {
    for (const band of toBands(sign(createText(random)))) {
      assert.ok(!seen.has(band))
      seen.add(band)
    }
  }
})

test('case and punctuation make no difference; a text of a few words has no signature', () => {
  const text = 'Heat flows from the warm body to the cold one, and never back by itself.'
  assert.deepEqual(toMinhash(text), toMinhash(text.toUpperCase().replaceAll(/[.,]/g, ' !')))
  assert.equal(toMinhash('Heat flows.'), undefined)
})

test('a signature survives being stored as text', () => {
  const signature = sign(createText(new Random(9)))
  assert.deepEqual(fromText(toText(signature)), signature)
})
