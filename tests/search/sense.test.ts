import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toAnswerBands } from '@/lib/search/answer-bands'
import { areTitlesNear, toSense } from '@/lib/search/sense'

const asksTheSame = (a: string, b: string) => toSense(a, 'science') === toSense(b, 'science')

describe('titles that ask the same', () => {
  for (const [a, b] of [
    ['What is a catalyst?', 'Define “catalyst”.'],
    ['What is a catalyst?', 'What are catalysts?'],
    ['What is a binary relation and how is it defined?', 'Explain what binary relations are, and how they are defined'],
    ['What is the difference between speed and velocity?', 'How do velocity and speed differ?'],
    ['Compare mitosis and meiosis', 'Mitosis vs. meiosis'],
    ['Why is photosynthesis important?', 'What is the significance of photosynthesis?'],
    ['What role do enzymes play in digestion?', 'Explain the role of an enzyme in digestion.'],
    ['How does inflation affect unemployment?', 'How does inflation influence unemployment?'],
    ["What is Newton's second law?", 'State Newton’s second law.'],
    ['Qu’est-ce que la dérivée ?', 'QU’EST-CE QUE LA DERIVEE'],
  ] as const) {
    test(`${a} ${b}`, () => assert.ok(asksTheSame(a, b)))
  }
})

describe('titles that do not', () => {
  for (const [a, b] of [
    ['What is a catalyst?', 'How does a catalyst work?'],
    ['What is a catalyst?', 'Why is a catalyst needed?'],
    ['How does inflation affect unemployment?', 'How does unemployment affect inflation?'],
    ['How is Celsius converted to Fahrenheit?', 'How is Fahrenheit converted to Celsius?'],
    ['What is the role of religion in politics?', 'What is the role of politics in religion?'],
    ['What is vitamin A?', 'What is a vitamin?'],
    ['What caused World War I?', 'What caused World War II?'],
    ['What is IT security?', 'What is security?'],
    ['Solve x + 3 = 5', 'Solve x − 3 = 5'],
    ['Solve x^2 = 4', 'Solve x_2 = 4'],
    ['What is C?', 'What is C++?'],
    ['Can you explain Problem 24?', 'Can you explain Problem 25?'],
    ['What is a constructor?', 'What is a prototype?'],
    ['What is communism?', 'What is a commune?'],
    ['With or without a catalyst?', 'With a catalyst?'],
    ['光とは何ですか', '水とは何ですか'],
  ] as const) {
    test(`${a} ${b}`, () => assert.ok(!asksTheSame(a, b)))
  }
})

test('a title with few significant words may ask something else in another subject', () => {
  assert.notEqual(toSense('What is stress?', 'physics'), toSense('What is stress?', 'psychology'))
  assert.notEqual(toSense('How is stress measured?', 'physics'), toSense('How is stress measured?', 'psychology'))
  const title = 'What role do enzymes play in digestion?'
  assert.equal(toSense(title, 'biology'), toSense(title, 'medicine'))
})

describe('nearly the same answers', () => {
  const words = Array.from({ length: 200 }, (_, index) => `word${(index * 7) % 201}`)
  const toBands = (text: readonly string[], breaks: 'literal' | 'real' = 'real') =>
    [...(toAnswerBands({ text: text.join(' '), breaks }) ?? [])] as number[]
  const share = (a: readonly string[], b: readonly string[]) => toBands(a).some((band) => toBands(b).includes(band))

  test('are found despite a few different words, case and punctuation', () => {
    for (const at of [0, 20, 60, 120]) assert.ok(share(words, words.with(at, 'changed')), String(at))
    assert.ok(share(words, [`**${words[0]?.toUpperCase()}**,`, ...words.slice(1)]))
    const lines = toBands([words.join(' ').replaceAll(' word7 ', '\\n\\nword7 ')], 'literal')
    assert.deepEqual(lines, toBands(words))
  })

  test('are not found among different or short ones', () => {
    assert.ok(!share(words, [...words].reverse()))
    assert.deepEqual(toBands(words.slice(0, 20)), [])
  })

  test('are one question only if the titles are similar too', () => {
    assert.ok(areTitlesNear('What is an isotope?', 'What is an isotope of carbon?'))
    assert.ok(!areTitlesNear('What is an isotope?', 'How is gold mined?'))
    assert.ok(!areTitlesNear('Can you explain Problem 24?', 'Can you explain Problem 25?'))
  })
})
