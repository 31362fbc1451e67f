import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutToFit } from '@/lib/core/search-listing'

const within = (length: number) => (text: string) => text.length <= length

test('a text that fits is unchanged; a longer one is cut after a word, without the punctuation before the cut', () => {
  assert.equal(cutToFit('one two', within(7)), 'one two')
  assert.equal(cutToFit('one two three', within(12)), 'one two …')
  assert.equal(cutToFit('one, two three', within(8)), 'one …')
  assert.equal(cutToFit('Supercalifragilistic', within(5)), '…')
})
