import assert from 'node:assert/strict'
import { test } from 'node:test'
import { narrowLookup } from '@/lib/postgres/narrow-lookups'
import { type SearchTerm, toExactTerm } from '@/lib/search/terms'

const term = (questions: number, ...forms: string[]): SearchTerm => ({
  ...toExactTerm({ words: [forms[0] as string], quoted: false }),
  forms: forms.map((form) => form.split(' ')),
  questions,
})

const counts = new Map([
  ['energi', 5_000],
  ['4', 733],
  ['energy4', 0],
  ['four', 12],
  ['law', 600],
])

/** The forms of each term after narrowing. */
const narrow = (kind: 'texts' | 'headings', terms: SearchTerm[], without?: SearchTerm[]) => {
  const { match } = narrowLookup({ kind, match: { terms, ...(without && { without }) }, limit: 10 }, counts)
  const toForms = (all: readonly SearchTerm[]) => all.map(({ forms }) => forms.map((form) => form.join(' ')).join('|'))
  return { terms: toForms(match.terms), without: match.without && toForms(match.without) }
}

test('in texts the word that fewest texts have comes first, in headings the one that fewest headings have', () => {
  const terms = [term(300, 'energi', 'energy4'), term(500, '4', 'energy4', 'four')]
  assert.deepEqual(narrow('texts', terms).terms, ['4|four', 'energi'])
  assert.deepEqual(narrow('headings', terms).terms, ['energi', '4|four'])
})

test('a phrase comes before words that are as frequent as its rarest word', () => {
  assert.deepEqual(narrow('texts', [term(500, '4'), term(600, 'law energi')]).terms, ['law energi', '4'])
})

test('a word without counts keeps its place and its forms', () => {
  assert.deepEqual(narrow('texts', [term(9, 'rare', 'rarer'), term(10, '4')]).terms, ['rare|rarer', '4'])
})

test('a term that no text has keeps its forms, and is dropped if it is excluded', () => {
  assert.deepEqual(narrow('texts', [term(0, 'energy4')], [term(0, 'energy4')]), {
    terms: ['energy4'],
    without: undefined,
  })
  assert.deepEqual(narrow('texts', [term(1, '4')], [term(0, 'energy4', 'four')]).without, ['four'])
})
