import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toStem } from '@/lib/core/words'
import { toComparedHeading } from '@/lib/search/compared-heading'
import { prepareScore } from '@/lib/search/score'

const toTerm = (text: string, weight = 1) => {
  const words = text.split(' ')
  return { forms: [words.map(toStem)], words, weight }
}

const heading = toComparedHeading({
  title: 'What is cell division?',
  keywords: 'mitosis of plants, animal cells',
  subject: 'biology',
})

const score = (...texts: string[]) => prepareScore(texts.map((text) => toTerm(text)))(heading)

test('a heading is compared as it is stored: no word of it is stemmed again', () => {
  const asStored = (stem: string) =>
    prepareScore([{ forms: [[stem]], words: [stem], weight: 1 }])(' running \n  \n  \n running ').found
  assert.equal(asStored('running'), 1)
  assert.equal(asStored('run'), 0)
})

test('where a term is found: in the title, the keywords, the subject, or nowhere', () => {
  const { found } = score('cells', 'mitosis', 'biology', 'osmosis', 'divide')
  assert.equal(found, 0b00111)
  const [title, keyword, subject] = ['division', 'mitosis', 'biology'].map((word) => score(word).score)
  assert.ok((title as number) > (keyword as number) && (keyword as number) > (subject as number))
})

test('a word as it is counts more than another form of it, wherever it is written', () => {
  assert.ok(score('division').score > score('divisions').score)
  assert.ok(score('plants').score > score('plant').score)
})

test('a phrase in its order, which may go from one keyword into the next', () => {
  assert.equal(score('cell division').found, 1)
  assert.equal(score('division cell').found, 0)
  assert.equal(score('plants animal').found, 1)
  assert.equal(score('mitosis of plants').found, 1)
})

test('words in the order of the title count more, and the whole title most', () => {
  const whole = score('what', 'is', 'cell', 'division').score
  const part = score('is', 'cell', 'division').score
  assert.ok(whole > part && part > score('division', 'cell', 'is').score)
  assert.ok(whole > score('division', 'cell', 'is', 'what').score)
})

test('a keyword of nothing but what is searched for counts more than a part of one', () => {
  assert.ok(score('animal', 'cells').score > score('animal', 'mitosis').score)
})
