import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageSize } from '@/lib/core/pagination'
import { prepareLetters } from '@/lib/store/read/letters'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const opening = (index: number) => 'abcdefghij'[index % 10] as string

/** Titles in ten letters, more than one segment of the list holds. */
function writeQuestions(library: TemporaryLibrary, from: number, to: number) {
  for (let index = from; index < to; index += 1) {
    const title = `“${opening(index)}nswer number ${index}?`
    library.write(`law/${opening(index)}nswer-number-${index}.md`, toQuestionFile(title))
  }
}

test('each letter links to the page on which it begins, also after edits', async () => {
  const library = new TemporaryLibrary()
  writeQuestions(library, 0, 1_400)
  library.write('art/only-one.md', toQuestionFile('Only one?'))
  await library.compile()
  for (const range of [undefined, [1_400, 1_460], [1_460, 1_483]] as const) {
    if (range) {
      writeQuestions(library, range[0], range[1])
      await library.compile()
    }
    const { store, listInSubject } = library.open()
    const letters = prepareLetters(store).listLetters('law')
    assert.deepEqual(
      letters.map(({ letter }) => letter),
      [...'abcdefghij'],
    )
    for (const { letter, page } of letters) {
      const titles = (number: number) =>
        listInSubject('law', 'a-z', number)?.questions.map(({ title }) => title[1]) ?? []
      assert.ok(titles(page).includes(letter), `${letter} is on page ${page}`)
      assert.ok(!titles(page - 1).includes(letter), `${letter} is not on page ${page - 1}`)
    }
    assert.ok((letters.at(-1)?.page ?? 0) > 1_200 / pageSize)
    store.close()
  }
  assert.deepEqual(prepareLetters(library.open().store).listLetters('art'), [{ letter: 'o', page: 1 }])
  assert.deepEqual(prepareLetters(library.open().store).listLetters('nothing'), [])
})
