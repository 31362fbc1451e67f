import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pageSize } from '@/lib/core/pagination'
import { fewestQuestions, mostTopics, toTopicName, toTopicSlug, toTopics } from '@/lib/core/topics'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

test('the address of a keyword', () => {
  const cases: [string, string | undefined][] = [
    ['Linear Algebra', 'linear-algebra'],
    ['  linear   algebra ', 'linear-algebra'],
    ['Newton’s laws', 'newtons-laws'],
    ["Newton's Laws", 'newtons-laws'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['Fourier-series', 'fourier-series'],
    ['Law & Order', 'law-and-order'],
    ['U.S. history', 'us-history'],
    ['Poincaré', 'poincare'],
    ['β-carotene', undefined],
    ['水', undefined],
    ['?!', undefined],
    ['', undefined],
    ['../../etc', 'etc'],
    ['x'.repeat(61), undefined],
  ]
  for (const [keyword, slug] of cases) assert.equal(toTopicSlug(keyword), slug, keyword)
})

test('a question is once in each topic, and in none that is its subject', () => {
  assert.deepEqual(
    [...toTopics('physics', ['Physics', 'Energy', 'energy', 'Work'])],
    [
      ['energy', 'Energy'],
      ['work', 'Work'],
    ],
  )
})

test('a topic is called as most call it', () => {
  assert.equal(toTopicName(['linear algebra', 'Linear Algebra', 'linear  algebra']), 'Linear algebra')
  assert.equal(toTopicName(['B', 'A']), 'A')
  assert.equal(toTopicName(['pH scale']), 'pH scale')
})

const tagged = (title: string, keywords: string, fields = {}) =>
  toQuestionFile(title, { seo: { page_description: `On ${title}`, page_keywords: keywords }, ...fields })

describe('topics of a library', () => {
  test('come with the fifth question and go with it; hidden questions count for none', async () => {
    const library = new TemporaryLibrary()
    for (let number = 1; number < fewestQuestions; number += 1)
      library.write(`law/q${number}.md`, tagged(`Q${number}?`, 'tort'))
    library.write('law/hidden.md', tagged('Hidden?', 'tort', { no_index: true }))
    library.write('medicine/other.md', tagged('Other?', 'tort'))
    await library.compile()
    assert.deepEqual(library.open().listTopics('law'), [])
    assert.equal(library.open().findAddress('/learn/law/topics/tort').status, 'unknown')

    library.write('law/fifth.md', tagged('Fifth?', 'Tort'))
    await library.compile()
    assert.deepEqual(library.open().listTopics('law'), [{ slug: 'tort', name: 'Tort' }])
    assert.deepEqual(library.open().listTopics('medicine'), [])
    assert.equal(library.open().listInTopic('law', 'tort', 1)?.total, fewestQuestions)
    assert.equal(library.open().findAddress('/learn/law/topics/tort').status, 'page')
    assert.equal(library.open().findAddress('/learn/law/topics/tort/page/2').status, 'unknown')

    library.remove('law/q1.md')
    await library.compile()
    assert.deepEqual(library.open().listTopics('law'), [])
    assert.equal(library.open().findAddress('/learn/law/topics/tort').status, 'unknown')
  })

  test('are at most so many of a subject: those with the most questions', async () => {
    const library = new TemporaryLibrary()
    const names = Array.from({ length: mostTopics + 5 }, (_, index) => `topic ${String(index).padStart(2, '0')}`)
    // Twenty keywords of a question count; one more question has the last topic.
    for (let part = 0; part * 15 < names.length; part += 1) {
      const keywords = names.slice(part * 15, part * 15 + 15).join(', ')
      for (let number = 0; number < fewestQuestions; number += 1) {
        library.write(`law/q${part}-${number}.md`, tagged(`Q${part} ${number}?`, keywords))
      }
    }
    library.write('law/more.md', tagged('More?', names.at(-1) ?? ''))
    await library.compile()
    const shown = library.open().listTopics('law')
    assert.equal(shown.length, mostTopics)
    assert.deepEqual(
      shown.slice(0, 2).map(({ slug }) => slug),
      [names.at(-1)?.replace(' ', '-'), 'topic-00'],
    )
    assert.equal(library.open().findAddress('/learn/law/topics/topic-42').status, 'unknown')
    assert.equal(
      library
        .open()
        .listTopicsOf({ subject: 'law', details: JSON.parse(JSON.stringify({ keywords: names.slice(30, 45) })) })
        .length,
      10,
    )
  })

  test('lead through all their questions, the newest first, page by page, while questions come and go', async () => {
    const library = new TemporaryLibrary()
    const present = new Map<string, string>()
    const add = (number: number) => {
      const date = new Date(Date.UTC(2020, 0, 1 + ((number * 37) % 400))).toISOString().slice(0, 10)
      present.set(`q${number}`, date)
      library.write(`law/q${number}.md`, tagged(`Q${number}?`, 'tort', { date }))
    }
    const check = async () => {
      await library.compile()
      const { listInTopic } = library.open()
      const pages = Math.ceil(present.size / pageSize)
      const rows = Array.from(
        { length: pages },
        (_, page) => listInTopic('law', 'tort', page + 1)?.questions ?? [],
      ).flat()
      assert.deepEqual(rows.map(({ slug }) => slug).sort(), [...present.keys()].sort())
      assert.deepEqual(
        rows.map(({ date }) => date),
        [...present.values()].sort().reverse(),
      )
      assert.equal(listInTopic('law', 'tort', pages + 1), undefined)
    }
    for (let number = 0; number < 1_200; number += 1) add(number)
    await check()
    for (let number = 1_200; number < 1_900; number += 1) add(number)
    await check()
    for (const [slug] of [...present].filter((_, index) => index % 3 > 0)) {
      present.delete(slug)
      library.remove(`law/${slug}.md`)
    }
    await check()
  })
})
