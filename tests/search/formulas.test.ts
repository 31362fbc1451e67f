import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toWords } from '@/lib/core/words'
import { parseQuery } from '@/lib/search/query'
import { formulaWritings } from './formula-writings'

const toQueryWords = (text: string) => parseQuery(text).units.flatMap(({ words }) => words)

describe('a formula has the same words in all notations', () => {
  for (const [name, [first = '', ...others]] of Object.entries(formulaWritings)) {
    test(name, () => {
      const words = toQueryWords(first)
      assert.ok(words.length > 0)
      for (const other of others) assert.deepEqual(toQueryWords(other), words, other)
    })
  }
})

describe('different formulas have different words', () => {
  for (const [a, b] of [
    ['10^{-3}', '10^3'],
    ['x^n', 'xn'],
    ['a^2+b^2=c^2', 'a^2=b^2'],
    ['H_2O', 'H_2O_2'],
    ['F = ma', 'F = mv'],
  ] as const) {
    test(`${a} ${b}`, () => assert.notDeepEqual(toQueryWords(a), toQueryWords(b)))
  }
})

describe('sentences are not formulas', () => {
  for (const [text, words] of [
    ['Is vitamin C a vitamin?', 'is vitamin c a vitamin'],
    ['What is a B+ tree?', 'what is a b tree'],
    ['Is it a C or a D?', 'is it a c or a d'],
    ['3D printing of 2D shapes', '3d printing of 2d shapes'],
    ['the 1990-2000s, 19th-20th century', 'the 1990 2000s 19th 20th century'],
    ['.NET, F#, R and C', 'net fsharp r and c'],
    ['μ is one, μέτρον a word', 'mu is one μετρον a word'],
    ['my_list = a_value', 'my list a value'],
    ['$5 a day', '5 a day'],
    ['C:\\temp\\new', 'c temp new'],
  ] as const) {
    test(text, () => assert.equal(toWords(text).join(' '), words))
  }
})

describe('a formula among words is found as written', () => {
  for (const [text, formula] of [
    ['what does E = mc² mean', 'e mc2'],
    ['area of a circle \\pi r^2', 'pi r2'],
    ['is F=ma true', 'f ma'],
    ['supply (and demand), tea/coffee', undefined],
    ['vitamin B-12 deficiency in 3 weeks', undefined],
    ['a', undefined],
  ] as const) {
    test(text, () => assert.equal(parseQuery(text).formula?.words.join(' '), formula))
  }
})

test('a command that says nothing by itself is a word', () => {
  assert.deepEqual(toQueryWords('\\frac'), ['frac'])
})

test('hostile input takes bounded time', () => {
  const parts = [
    '\\a{',
    '{',
    '\\frac{',
    '\\text{{a}',
    '^{',
    '_{a',
    'a b ',
    '= a ',
    '1a',
    '\\a',
    'x1',
    '²',
    '₂',
    'a*',
    'Δ',
    '-a ',
    'O(',
  ]
  for (const part of parts) {
    for (const text of [part.repeat(20_000), `=${part.repeat(20_000)}`, `\\${part.repeat(20_000)}`]) {
      assert.ok(Array.isArray(toWords(text)))
    }
  }
})
