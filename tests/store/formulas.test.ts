import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formulaWritings } from '../search/formula-writings'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

/** Questions with each spelling: one has it in its answer, one in its title and keywords. */
const library = new TemporaryLibrary(
  Object.fromEntries(
    Object.entries(formulaWritings).flatMap(([name, writings], group) =>
      writings.map((writing, index) => [
        `group-${group}/q${index}.md`,
        index % 3 === 2
          ? toQuestionFile(`What does ${writing} say?`, {}, `About ${name}.`)
          : toQuestionFile(`What is said of ${name} ${index}?`, {}, `It is ${writing} there.`),
      ]),
    ),
  ),
)
await library.compile({ keepGoing: true })
const { search, store } = library.open()
const places = store.prepare('SELECT subject, slug FROM question WHERE id = ?')
/** Searches for complete words: the last word of a query may otherwise be a prefix. */
const find = (text: string) =>
  search(`${text} `).found.map(({ id }) => {
    const { subject, slug } = places.get(id) as { subject: string; slug: string }
    return `${subject}/${slug}`
  })

describe('all spellings of a formula find all spellings of it', () => {
  for (const [group, [name, writings]] of Object.entries(formulaWritings).entries()) {
    test(name, () => {
      const all = writings.map((_, index) => `group-${group}/q${index}`).sort()
      const first = find(writings[0] ?? '').sort()
      assert.deepEqual(
        first.filter((found) => all.includes(found)),
        all,
      )
      for (const writing of writings) assert.deepEqual(find(writing).sort(), first, writing)
    })
  }
})

test('questions with the formula come before those with its letters', () => {
  for (const [group, text] of [
    [9, 'F = m·a'],
    [10, 'P V = n R T'],
    [25, 'V = I × R'],
  ] as const) {
    const count = Object.values(formulaWritings)[group]?.length
    assert.ok(
      find(text)
        .slice(0, count)
        .every((found) => found.startsWith(`group-${group}/`)),
      text,
    )
  }
})
