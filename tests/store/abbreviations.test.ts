import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const files = {
  'biology/energy.md': toQuestionFile('How does adenosine triphosphate carry energy?'),
  'biology/short.md': toQuestionFile('Where is ATP made?'),
  'biology/cells.md': toQuestionFile('What do cells burn?', {}, 'They make adenosine triphosphate (ATP) of sugar.'),
  'biology/hidden.md': toQuestionFile('Hidden?', { no_index: true }, 'An automatic train pilot (ATP).'),
  'medicine/who.md': toQuestionFile('Who decides?', {}, 'The World Health Organization (WHO) does.'),
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `law/aim-${index}.md`,
      toQuestionFile(`What is the aim of rule ${index}?`),
    ]),
  ),
  'law/aim.md': toQuestionFile('What is a movement?', {}, 'As the American Indian Movement (AIM) was.'),
  'law/indians.md': toQuestionFile('When was the American Indian movement founded?'),
}

const open = (library: TemporaryLibrary) => {
  const { search, store } = library.open()
  const path = store.prepare('SELECT path FROM question WHERE id = ?')
  return (text: string) =>
    search(text).found.map(({ id }) => (path.get(id) as { path: string }).path.replace(/learn\/|\.md/g, ''))
}

test('an abbreviation and its words find each other, after questions that are written as typed', async () => {
  const library = new TemporaryLibrary(files)
  await library.compile()
  const find = open(library)
  assert.deepEqual(find('ATP').slice(0, 2), ['biology/short', 'biology/energy'])
  assert.deepEqual(find('ATPs').slice(0, 2), ['biology/short', 'biology/energy'])
  assert.deepEqual(find('adenosine triphosphate').slice(0, 2), ['biology/energy', 'biology/short'])
  assert.ok(!find('"ATP"').includes('biology/energy'), 'quoted words are taken literally')
  assert.ok(!find('the aim').includes('law/indians'), 'few questions with the word mean that')
  assert.deepEqual(
    library.listRows('abbreviation'),
    [
      { short: 'aim', long: 'american indian movement', uses: 1 },
      { short: 'atp', long: 'adenosine triphosphate', uses: 1 },
    ],
    'hidden questions do not count, and no stop word is an abbreviation',
  )
})

test('an abbreviation is removed with the last question that says what it is', async () => {
  const library = new TemporaryLibrary({
    'biology/energy.md': files['biology/energy.md'],
    'biology/cells.md': files['biology/cells.md'],
  })
  await library.compile()
  assert.ok(open(library)('ATP').includes('biology/energy'))
  library.write('biology/cells.md', toQuestionFile('What do cells burn?', {}, 'They make ATP of sugar.'))
  await library.compile()
  assert.deepEqual(library.listRows('abbreviation'), [])
  assert.deepEqual(open(library)('ATP'), ['biology/cells'])
})
