import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toTitleKey } from '@/lib/core/title-key'

test('titles are sorted by what they are about', () => {
  const cases = [
    ['What is a catalyst?', 'catalyst'],
    ['What’s a tort?', 'tort'],
    ["Isn't light a wave?", 'light a wave'],
    ['Why is the sky blue?', 'sky blue'],
    ['How to solve a quadratic equation', 'solve a quadratic equation'],
    ['How do you solve a quadratic equation?', 'solve a quadratic equation'],
    ['What are the key differences between DNA and RNA?', 'dna and rna'],
    ['What is the role of the aperture in a camera?', 'aperture in a camera'],
    ['What role does Tiresias play?', 'tiresias play'],
    ['Can you explain the concept of an ellipsoid?', 'ellipsoid'],
    ['Name three types of bond.', 'bond'],
    ['Explain how differentiation is used.', 'differentiation is used'],
    ['What is the wave function of an electron?', 'wave function of an electron'],
    // Not questions.
    ['May Fourth Movement', 'may fourth movement'],
    ['State of nature', 'state of nature'],
    ['The Raft of the Medusa', 'raft of the medusa'],
    // Punctuation, accents and other scripts.
    ['“Éclair” – what is it?', 'eclair” – what is it'],
    ['What is "déjà vu"?', 'deja vu"'],
    ['Что такое катализатор?', 'что такое катализатор'],
    ['什么是催化剂？', '什么是催化剂'],
    // The notion is never empty.
    ['What is it?', 'it'],
    ['What is the?', 'the'],
    ['A?', 'a'],
    ['?!', ''],
  ] as const
  for (const [title, notion] of cases) assert.equal(toTitleKey(title).split('\u0002')[0], notion, title)
})

test('titles about one notion are sorted together, shorter ones first, and have different keys', () => {
  const titles = [
    'What is a cell?',
    'How does a cell divide?',
    'What is a cell wall?',
    'Explain the cell wall',
    'Cellulose',
  ]
  const keys = titles.map(toTitleKey)
  assert.equal(new Set(keys).size, titles.length)
  const sorted = [...keys].sort()
  assert.deepEqual(
    sorted.map((key) => titles[keys.indexOf(key)]),
    ['What is a cell?', 'How does a cell divide?', 'Explain the cell wall', 'What is a cell wall?', 'Cellulose'],
  )
})
