import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageSize } from '@/lib/core/pagination'
import { newestOfAuthor } from '@/lib/library/of-day'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const library = new TemporaryLibrary()
const subjects = ['biology', 'chemistry', 'law', 'physics', 'sport']
for (const subject of subjects.slice(0, 4)) {
  for (let number = 1; number <= 9; number += 1) {
    const date = `2025-0${number}-0${1 + subjects.indexOf(subject)}`
    library.write(`${subject}/q${number}.md`, toQuestionFile(`What is ${subject} ${number}?`, { date, author: 'Ada' }))
  }
}
// These were added last.
for (let number = 100; number < 200; number += 1) {
  library.write(`sport/q${number}.md`, toQuestionFile(`Who won game ${number}?`, { date: '2026-01-01', author: 'Ada' }))
}
library.write('sport/hidden.md', toQuestionFile('Hidden?', { date: '2026-05-01', no_index: true }))
library.write(
  'law/copy.md',
  toQuestionFile('Who won game 100?', { date: '2026-05-01', canonical: '/learn/sport/questions/q100' }),
)
await library.compile()
const opened = library.openLibrary()

test('the newest questions are from as many subjects as possible, then two of each', async () => {
  const show = async (count: number) => {
    const { newest } = await opened.readHome(count, 1)
    assert.deepEqual(
      newest.map(({ date }) => date),
      newest
        .map(({ date }) => date)
        .sort()
        .reverse(),
    )
    return newest.map(({ subject, slug }) => `${subject} ${slug.replace(/^q1\d\d$/, 'q')}`)
  }
  assert.deepEqual(await show(3), ['sport q', 'physics q9', 'law q9'])
  assert.deepEqual(await show(6), ['sport q', 'sport q', 'physics q9', 'law q9', 'chemistry q9', 'biology q9'])
  assert.equal((await show(50)).length, 2 * subjects.length)
})

test('the question of the day stays all day, changes subject daily, and differs at a subject’s next turn', async () => {
  const days = Array.from({ length: 30 }, (_, index) => 20_000 + index)
  const chosen = await Promise.all(days.map(async (day) => (await opened.readHome(1, day)).ofDay))
  const again = await Promise.all(days.map(async (day) => (await opened.readHome(1, day)).ofDay))
  assert.deepEqual(
    chosen.map((question) => question?.id),
    again.map((question) => question?.id),
  )
  for (let from = 0; from < days.length; from += subjects.length) {
    const round = chosen.slice(from, from + subjects.length).map((question) => question?.subject)
    assert.deepEqual([...round].sort(), subjects)
  }
  assert.ok(new Set(chosen.map((question) => question?.id)).size > 15)
  assert.ok(chosen.every((question) => question && question.slug !== 'hidden'))
})

test('an empty library has no question of the day', async () => {
  const empty = new TemporaryLibrary()
  await empty.compile()
  const { newest, ofDay } = await empty.openLibrary().readHome(8, 3)
  assert.deepEqual([newest, ofDay], [[], undefined])
})

test('an author’s first page begins with the newest from all subjects, where there are several pages', async () => {
  const first = await opened.readAuthor('ada', 1)
  assert.equal(first?.list.questions.length, pageSize)
  assert.equal(first.newest.length, newestOfAuthor)
  assert.equal(new Set(first.newest.map(({ subject }) => subject)).size, subjects.length)
  assert.deepEqual((await opened.readAuthor('ada', 2))?.newest, [])
  assert.deepEqual((await opened.readAuthor('quicktakes', 1))?.newest, [])
})
