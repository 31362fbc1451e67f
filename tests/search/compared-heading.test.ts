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

test('a stored heading is compared without stemming its words again', () => {
  const asStored = (stem: string) =>
    prepareScore([{ forms: [[stem]], words: [stem], weight: 1 }])(' running \n  \n  \n running ').found
  assert.equal(asStored('running'), 1)
  assert.equal(asStored('run'), 0)
})

test('a term counts by where it is found: title, keywords, subject, or nowhere', () => {
  const { found } = score('cells', 'mitosis', 'biology', 'osmosis', 'divide')
  assert.equal(found, 0b00111)
  const [title, keyword, subject] = ['division', 'mitosis', 'biology'].map((word) => score(word).score)
  assert.ok((title as number) > (keyword as number) && (keyword as number) > (subject as number))
})

test('an exact word counts more than another form, wherever it is', () => {
  assert.ok(score('division').score > score('divisions').score)
  assert.ok(score('plants').score > score('plant').score)
})

test('a phrase must be in order, and may span two keywords', () => {
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

test('a keyword of only searched words counts more than a part of one', () => {
  assert.ok(score('animal', 'cells').score > score('animal', 'mitosis').score)
})
