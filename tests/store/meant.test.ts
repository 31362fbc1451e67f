import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lacking, meant, toMeantLibrary } from '../meant-library'

const library = toMeantLibrary()
await library.compile()
const { search, store } = library.open()
const slugs = store.prepare('SELECT slug FROM question WHERE id = ?')
const find = (text: string) => search(text).found.map(({ id }) => (slugs.get(id) as { slug: string }).slug)

for (const [kind, queries] of Object.entries(meant)) {
  describe(`a query finds what is meant by ${kind}`, () => {
    for (const [text, slug] of queries) test(text, () => assert.equal(find(text)[0], slug))
  })
}

describe('right words are not corrected', () => {
  for (const [text] of meant['right words'] ?? []) test(text, () => assert.deepEqual(search(text).corrections, []))
})

describe('words that nothing has are named, and the rest is found', () => {
  for (const [text, missing, found] of lacking) {
    test(text, () => {
      assert.deepEqual(search(text).missing, missing)
      assert.deepEqual(search(text).corrections, [])
      assert.deepEqual(find(text), found)
    })
  }
})

test('a common misspelling is corrected even if an answer has it, but not in quotes', () => {
  assert.deepEqual(search('recieve').corrections, [{ typed: 'recieve', meant: 'receive' }])
  assert.deepEqual(search('"recieve"').corrections, [])
  assert.deepEqual(find('"recieve"'), ['typo'])
})

test('the form that was typed comes before other forms', () => {
  assert.deepEqual(find('data set').slice(0, 1), ['data-set'])
  assert.deepEqual(find('dataset').slice(0, 1), ['dataset'])
  assert.deepEqual(find('type i error').slice(0, 1), ['type1'])
})
