import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestQuery } from '@/lib/core/search-limits'
import { countMistakes } from '@/lib/search/near-words'
import { parseQuery, splitStopWordPhrases, type Unit } from '@/lib/search/query'

/** Units as text: phrases in quotes, exclusions with a minus. */
const show = (text: string) => {
  const { units, without, subject, typing } = parseQuery(text)
  const toText = ({ words, quoted }: Unit) => (quoted ? `"${words.join(' ')}"` : words.join(' '))
  const shown = [...units.map(toText), ...without.map((unit) => `-${toText(unit)}`)]
  return { shown: shown.join(' '), subject, typing }
}

const table: [string, string, string | undefined, boolean][] = [
  ['Cell division', 'cell division', undefined, true],
  ['cell division ', 'cell division', undefined, false],
  ['"law of large numbers" proof', '"law of large numbers" proof', undefined, true],
  ['"law of" "large numbers" "of law" proof', '"law of" "large numbers" "of" "law" proof', undefined, true],
  ['“law of” numbers', '"law of" numbers', undefined, true],
  ['never "closed here', 'never closed here', undefined, true],
  ['"" " "', '', undefined, false],
  ['subject:physics energy', 'energy', 'physics', true],
  ['energy subject:"computer science"', 'energy', 'computer science', false],
  ['cell cell CELL', 'cell', undefined, true],
  ['AND OR NOT NEAR(a, b)', 'and or not near a b', undefined, false],
  ['a\0b\nc', 'a b c', undefined, true],
  ['\ufb01nance of wa\u00adter, \uff24\uff2e\uff21', 'finance of water dna', undefined, true],
  ['sort O(n log n) time', 'sort onlogn time', undefined, true],
  ['', '', undefined, false],
  ['mercury -planet', 'mercury -"planet"', undefined, false],
  ['mercury -planet temperature', 'mercury temperature -"planet"', undefined, true],
  ['-planet mercury', 'mercury -"planet"', undefined, true],
  ['mercury -"atomic number" -god', 'mercury -"atomic number" -"god"', undefined, false],
  ['mercury -“atomic number”', 'mercury -"atomic number"', undefined, false],
  ['subject:physics energy -kinetic', 'energy -"kinetic"', 'physics', false],
  ['vector -C++', 'vector -"cplusplus"', undefined, false],
  ['energy -half-life', 'energy -"half life"', undefined, false],
  ['energy -one -two -three -four -five', 'energy -"one" -"two" -"three" -"four"', undefined, false],
  ['-planet', 'planet', undefined, true],
  ['-planet -"red star"', 'planet "red star"', undefined, false],
  ['half-life of x-rays', 'half life of x rays', undefined, true],
  ['energy - kinetic', 'energy kinetic', undefined, true],
  ['temperature -40', 'temperature 40', undefined, true],
  ['"spring -force law"', '"spring force law"', undefined, false],
  ['x = -b/2a', 'x b 2 a', undefined, false],
  ['F = -kx', 'f kx', undefined, false],
  ['-kx = F', 'kx f', undefined, false],
  ['x -y', 'x y', undefined, true],
  ['sin(x) -e^x', 'sin x e', undefined, false],
  ['integral of 1/x', 'integral of 1 x', undefined, false],
  ['PV = nR', 'pv nr', undefined, false],
  ['force = mas', 'force mas', undefined, true],
  ['input/out', 'input out', undefined, true],
  ["why don't they mix", 'why do not they mix', undefined, true],
  ['Why DON’T they mix', 'why do not they mix', undefined, true],
  ['why dont they mix', 'why do not they mix', undefined, true],
  ['can‘t, won’t, isnt', 'can not will is', undefined, true],
  ["what they've found I'd say we're I'll", 'what they have found i would say we are will', undefined, true],
  ['"don\'t panic" wasn\'t', '"don t panic" was not', undefined, true],
  ["Student's t-test, vitamin D, d'Alembert", 'student s t test vitamin d alembert', undefined, true],
  ["f'd and rock'd", 'f d and rock', undefined, true],
  ['cantor donts', 'cantor donts', undefined, true],
  ['subject:math', '', 'math', true],
  ['subject:“computer science”', '', 'computer science', false],
]

for (const [text, shown, subject, typing] of table) {
  test(JSON.stringify(text), () => assert.deepEqual(show(text), { shown, subject, typing }))
}

test('a phrase of stop words only is split into its words, other phrases are not', () => {
  const split = splitStopWordPhrases(parseQuery('"to be or not to be" "law of torts"'))
  assert.deepEqual(
    split?.units.map(({ words }) => words.join(' ')),
    ['to', 'be', 'or', 'not', 'law of torts'],
  )
  assert.equal(splitStopWordPhrases(parseQuery('to be "law of torts"')), undefined)
})

test('the number and kind of spaces in a formula do not matter', () => {
  const { units, formula } = parseQuery('solve x^2 + 5x + 6 = 0')
  for (const space of ['  ', '\t', '\u00a0', '\n']) {
    const spaced = parseQuery(['solve', 'x^2', '+', '5x', '+', '6', '=', '0'].join(space))
    assert.deepEqual({ units: spaced.units, formula: spaced.formula }, { units, formula }, JSON.stringify(space))
  }
})

test('a query has bounded length and few units', () => {
  assert.deepEqual(parseQuery('x'.repeat(10_000)).units[0]?.words, ['x'.repeat(longestQuery)])
  const words = Array.from({ length: 300 }, (_, index) => `w${index}`).join(' ')
  assert.equal(parseQuery(words).units.length, 160)
})

test('mistakes are wrong, missing, extra or swapped letters', () => {
  const counted = [
    ['leaf', 'leaf', 0],
    ['leaf', 'loaf', 1],
    ['leaf', 'lef', 1],
    ['leaf', 'leaff', 1],
    ['leaf', 'laef', 1],
    ['photosinthesys', 'photosynthesis', 2],
    ['leaf', 'stone', 3],
  ] as const
  for (const [a, b, mistakes] of counted) assert.equal(countMistakes(a, b, 2), mistakes, `${a} ${b}`)
})
