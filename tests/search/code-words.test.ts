import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toReadableWord } from '@/lib/core/code-words'
import { toWords } from '@/lib/core/words'

const table: [string, string][] = [
  ['What is C++?', 'what is cplusplus'],
  ['C++11 and g++', 'cplusplus 11 and gplusplus'],
  ['C# or F#', 'csharp or fsharp'],
  ['C♯m, C#m7 and B♭', 'csharp m csharp m7 and bflat'],
  ['# A heading', 'a heading'],
  ['H2O, H₂O, H_2O, $H_{2}O$', 'h2o h2o h2o h2o'],
  [String.raw`\text{H}_2\text{O}`, 'h2o'],
  ['x^2, x², x^{10}', 'x2 x2 x10'],
  ['max_heap', 'max heap'],
  ['O(n log n)', 'o n log n onlogn'],
  [String.raw`$O(n \log n)$`, 'o n log n onlogn'],
  ['O(n·log(n))', 'o n log n onlogn'],
  ['O(n^2) and O(n²)', 'o n2 on2 and o n2 on2'],
  ['CO(2)', 'co 2'],
  [String.raw`\frac{a}{b}`, 'a b'],
  ['Naïve Übung', 'naive ubung'],
  ['don’t', 'don t'],
  ['Ω-3 𝑥', 'omega 3 x'],
  ['🍃 葉', '葉'],
]

for (const [text, words] of table) test(text, () => assert.equal(toWords(text).join(' '), words))

test('words of the index are shown as people write them', () => {
  assert.deepEqual(['cplusplus', 'csharp', 'bflat', 'leaf'].map(toReadableWord), ['C++', 'C#', 'B♭', 'leaf'])
  for (const power of ['10^-3', 's^-1', 'ms^-2']) assert.deepEqual(toWords(power).map(toReadableWord), [power])
})
