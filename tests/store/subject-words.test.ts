import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const library = new TemporaryLibrary({
  'physics/entropy.md': toQuestionFile('What is entropy?'),
  'physics/forces.md': toQuestionFile('Which forces are there?'),
  'chemistry/entropy.md': toQuestionFile('Why does physics give chemistry entropy?'),
  'computer-science/trees.md': toQuestionFile('What are trees?'),
  'biology/trees.md': toQuestionFile('How do computer models of science describe trees?'),
})
await library.compile()
const { search, store } = library.open()

/** The files of the questions that a query finds, the best first. */
const find = (text: string) => {
  const path = store.prepare('SELECT path FROM question WHERE id = ?')
  return search(text).found.map(({ id }) => (path.get(id) as { path: string }).path.replace('learn/', ''))
}

test('a subject among the words says where to look: its questions come before those that mention it', () => {
  assert.equal(find('physics entropy')[0], 'physics/entropy.md')
  assert.equal(find('entropy in chemistry')[0], 'chemistry/entropy.md')
  assert.equal(find('trees computer science')[0], 'computer-science/trees.md')
})

test('a subject’s name alone is searched for like any word', () => {
  assert.equal(find('physics').length, 3)
  assert.equal(find('chemistry')[0], 'chemistry/entropy.md')
})
