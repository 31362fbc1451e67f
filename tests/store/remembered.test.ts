import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const library = new TemporaryLibrary({
  'biology/osmosis.md': toQuestionFile('What is osmosis?'),
  'biology/enzymes.md': toQuestionFile('How do enzymes work?'),
})
await library.compile()
const { search, searchIndex } = library.open()

test('the next search sees what a compile changed in words and subjects that were looked up before', async () => {
  const listSubjects = () =>
    searchIndex()
      .overview({ subject: undefined })
      .subjects.map(({ slug }) => slug)
  assert.deepEqual(search('momentum').missing, ['momentum'])
  assert.equal(search('osmosis').found.length, 1)
  assert.deepEqual(listSubjects(), ['biology'])

  library.write('physics/momentum.md', toQuestionFile('What is momentum?'))
  library.remove('biology/osmosis.md')
  await library.compile()
  assert.equal(search('momentum').found.length, 1)
  assert.deepEqual(search('momentum').missing, [])
  assert.deepEqual(search('osmosis').missing, ['osmosis'])
  assert.deepEqual(listSubjects().sort(), ['biology', 'physics'])
})

test('words come in order, whichever were looked up before', () => {
  const index = searchIndex()
  index.expect([{ kind: 'words', words: ['momentum', 'nothing'] }])
  const words = index.words({ words: ['nothing', 'momentum', 'enzymes'] }).map(({ word }) => word)
  assert.deepEqual(words, ['enzymes', 'momentum'])
})
