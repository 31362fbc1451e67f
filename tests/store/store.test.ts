import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Database from 'libsql'
import { pageSize } from '@/lib/core/pagination'
import { relatedCount } from '@/lib/search/related'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'

const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`

describe('one question under several subjects has one canonical page', () => {
  const same = (fields = {}) => toQuestionFile('Same?', fields, 'The very same answer.')

  async function canonicalOf(files: Record<string, string>) {
    const library = new TemporaryLibrary(files)
    await library.compile()
    const { getQuestion } = library.open()
    return Object.fromEntries(
      Object.keys(files).map((file) => {
        const [subject = '', name = ''] = file.split('/')
        const canonical = getQuestion({ subject, slug: name.replace('.md', '') })?.canonical
        return [file, `${canonical?.subject}/${canonical?.slug}.md`]
      }),
    )
  }

  test('the one that most related links point to', async () => {
    const canonical = await canonicalOf({
      'law/same.md': same({ date: '2020-01-01' }),
      'physics/same.md': same(),
      'physics/other.md': toQuestionFile('Other?', toRelated(at('physics', 'same'))),
    })
    assert.equal(canonical['law/same.md'], 'physics/same.md')
    assert.equal(canonical['physics/same.md'], 'physics/same.md')
  })

  test('else the first by date, else by path', async () => {
    const byDate = await canonicalOf({ 'law/same.md': same(), 'physics/same.md': same({ date: '2020-01-01' }) })
    assert.equal(byDate['law/same.md'], 'physics/same.md')
    const byPath = await canonicalOf({ 'physics/same.md': same(), 'law/same.md': same() })
    assert.equal(byPath['physics/same.md'], 'law/same.md')
  })

  test('a canonical field decides', async () => {
    const canonical = await canonicalOf({
      'law/same.md': same({ date: '2020-01-01', canonical: at('physics', 'same') }),
      'physics/same.md': same(),
    })
    assert.equal(canonical['law/same.md'], 'physics/same.md')
  })

  test('a canonical field may name a page with another answer; a chain leads to its end', async () => {
    const canonical = await canonicalOf({
      'law/a.md': toQuestionFile('A?', { canonical: at('law', 'b') }),
      'law/b.md': toQuestionFile('B?', { canonical: at('physics', 'same') }),
      'law/same.md': same(),
      'physics/same.md': same(),
    })
    assert.deepEqual(canonical, {
      'law/a.md': 'law/same.md',
      'law/b.md': 'law/same.md',
      'law/same.md': 'law/same.md',
      'physics/same.md': 'law/same.md',
    })
  })

  test('a canonical field that leads nowhere or in a circle is ignored', async () => {
    const canonical = await canonicalOf({
      'law/a.md': toQuestionFile('A?', { canonical: at('law', 'gone') }),
      'law/b.md': toQuestionFile('B?', { canonical: at('law', 'c') }),
      'law/c.md': toQuestionFile('C?', { canonical: at('law', 'b') }),
    })
    assert.deepEqual(canonical, { 'law/a.md': 'law/a.md', 'law/b.md': 'law/b.md', 'law/c.md': 'law/c.md' })
  })

  test('one hidden from search engines is canonical only if all are', async () => {
    const canonical = await canonicalOf({
      'law/same.md': same({ date: '2020-01-01', no_index: true }),
      'physics/same.md': same(),
    })
    assert.equal(canonical['law/same.md'], 'physics/same.md')
  })

  test('the same slug with another answer is another question', async () => {
    const canonical = await canonicalOf({
      'law/same.md': same(),
      'physics/same.md': toQuestionFile('Same?', {}, 'Another.'),
    })
    assert.equal(canonical['physics/same.md'], 'physics/same.md')
  })

  test('lists name it in both subjects and link to the canonical page; it counts once', async () => {
    const library = new TemporaryLibrary({ 'law/same.md': same(), 'physics/same.md': same() })
    await library.compile()
    const { listInSubject, countQuestions, listNewest } = library.open()
    assert.deepEqual(
      listInSubject('physics', 'newest', 1)?.questions.map((question) => question.subject),
      ['law'],
    )
    assert.equal(countQuestions(), 1)
    assert.equal(listNewest(5).length, 1)
  })
})

describe('related questions', () => {
  const words = ['gravity', 'osmosis', 'contract', 'sonnet', 'entropy', 'enzyme', 'tariff', 'vaccine']
  const others = Object.fromEntries(words.map((word) => [`science/${word}.md`, toQuestionFile(`What is ${word}?`)]))

  async function relatedOf(question: string, files: Record<string, string>, subject = 'science', slug = 'asked') {
    const library = new TemporaryLibrary({ ...others, [`${subject}/${slug}.md`]: question, ...files })
    const { findings } = await library.compile()
    assert.deepEqual(findings, [])
    const { getQuestion, readRelated } = library.open()
    const found = getQuestion({ subject, slug })
    assert.ok(found)
    const { linked, alike } = readRelated(found)
    return [...linked, ...alike].map((summary) => `${summary.subject}/${summary.slug}`)
  }

  test('the author’s links in their order', async () => {
    const links = ['tariff', 'gravity', 'sonnet', 'enzyme', 'entropy']
    const asked = toQuestionFile('Asked?', toRelated(...links.map((slug) => at('science', slug))))
    assert.deepEqual(
      await relatedOf(asked, {}),
      links.map((slug) => `science/${slug}`),
    )
  })

  test('without duplicates, itself, dead and hidden links, and what is not an address', async () => {
    const asked = toQuestionFile('Asked?', {
      ...toRelated(
        at('science', 'tariff'),
        at('science', 'tariff'),
        at('science', 'asked'),
        at('science', 'dead'),
        at('law', 'hidden'),
      ),
    })
    const related = await relatedOf(asked, { 'law/hidden.md': toQuestionFile('Hidden?', { no_index: true }) })
    assert.deepEqual(related, ['science/tariff'])
  })

  test('a target that moved to another subject is found there', async () => {
    const asked = toQuestionFile('Asked?', toRelated(at('law', 'gravity')))
    assert.equal((await relatedOf(asked, {}))[0], 'science/gravity')
  })

  test('a copy is linked at its canonical address, and never from its own question', async () => {
    const copy = {
      'arts/zz.md': toQuestionFile('Copy?', {}, 'Same'),
      'music/zz.md': toQuestionFile('Copy?', {}, 'Same'),
    }
    const fans = Object.fromEntries(
      ['x', 'y'].map((slug) => [`arts/${slug}.md`, toQuestionFile(`${slug}?`, toRelated(at('arts', 'zz')))]),
    )
    const asked = toQuestionFile('Asked?', toRelated(at('music', 'zz')))
    assert.equal((await relatedOf(asked, { ...copy, ...fans }))[0], 'arts/zz')
    const itself = toQuestionFile('Asked?', toRelated(at('music', 'asked')), 'Same')
    const related = await relatedOf(itself, { 'music/asked.md': toQuestionFile('Asked?', {}, 'Same') })
    assert.ok(!related.some((address) => address.endsWith('/asked')), String(related))
  })

  test('then the most similar, even in the smallest library, and nothing that is not similar', async () => {
    const asked = toQuestionFile('How does a vaccine train cells?', toRelated(at('science', 'sonnet')))
    assert.deepEqual(await relatedOf(asked, {}), ['science/sonnet', 'science/vaccine'])
    assert.deepEqual(await relatedOf(toQuestionFile('Why is the sky blue?'), {}), [])
  })

  test('eight in all, each once, however many are similar', async () => {
    const titles = Array.from({ length: 12 }, (_, index) => [
      `science/v${index}.md`,
      `Which vaccine has number ${index}?`,
    ])
    const files = Object.fromEntries(titles.map(([path = '', title = '']) => [path, toQuestionFile(title)]))
    const links = [at('science', 'v3'), at('science', 'sonnet')]
    const related = await relatedOf(toQuestionFile('Who needs a vaccine?', toRelated(...links)), files)
    assert.deepEqual(related.slice(0, 2), ['science/v3', 'science/sonnet'])
    assert.equal(related.length, relatedCount)
    assert.equal(new Set(related).size, relatedCount)
  })

  test('no rewording of the question, or of another one that is shown', async () => {
    const related = await relatedOf(toQuestionFile('How does a vaccine train cells?'), {
      'science/same.md': toQuestionFile('Explain how vaccines train cells.'),
      'science/one.md': toQuestionFile('Why does a vaccine train the immune system?'),
      'science/two.md': toQuestionFile('Why do vaccines train the immune system?'),
    })
    assert.deepEqual(related, ['science/one', 'science/vaccine'])
  })

  test('one word shared with another subject is chance, two are similarity', async () => {
    const related = await relatedOf(toQuestionFile('Which path is critical in a plan?'), {
      'arts/chance.md': toQuestionFile('Why was the critical edition forged?'),
      'arts/alike.md': toQuestionFile('Is the critical path of a building art?'),
    })
    assert.deepEqual(related, ['arts/alike'])
  })

  test('words that look like query syntax are only words', async () => {
    const title = 'What is "AND" NEAR* (C++) ^title: -x OR {answer}?'
    const related = await relatedOf(
      toQuestionFile(title, { seo: { page_keywords: '"; DROP TABLE question; --, *, "' } }),
      { 'science/braces.md': toQuestionFile('Where does {answer} OR NEAR* C++ lead?') },
    )
    assert.deepEqual(related, ['science/braces'])
  })
})

test('lists are bounded, in order, and end where they end', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 2 * pageSize + 3 }, (_, index) => {
      const number = String(index).padStart(3, '0')
      const date = `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`
      return [`law/q${number}.md`, toQuestionFile(`“Question ${number}”?`, { date, no_index: index === 7 })]
    }),
  )
  const library = new TemporaryLibrary(files)
  await library.compile()
  const { listInSubject, listByAuthor, getAuthorName } = library.open()
  const pages = [1, 2, 3].map((page) => listInSubject('law', 'a-z', page))
  assert.deepEqual(
    pages.map((page) => page?.questions.length),
    [pageSize, pageSize, 2],
  )
  assert.deepEqual(
    pages.map((page) => [page?.pages, page?.total]),
    [
      [3, 2 * pageSize + 2],
      [3, 2 * pageSize + 2],
      [3, 2 * pageSize + 2],
    ],
  )
  const titles = pages.flatMap((page) => page?.questions.map((question) => question.title) ?? [])
  assert.deepEqual(titles, [...titles].sort())
  assert.ok(!titles.includes('“Question 007”?'))
  const dates = listInSubject('law', 'newest', 1)?.questions.map((question) => question.date) ?? []
  assert.deepEqual(dates, [...dates].sort().reverse())
  assert.equal(listInSubject('law', 'newest', 4), undefined)
  assert.equal(listInSubject('law', 'newest', 0), undefined)
  assert.equal(getAuthorName('quicktakes'), 'QuickTakes')
  assert.equal(listByAuthor('quicktakes', 3)?.questions.length, 2)
})

test('after reading a page of a very long list, the next compile is still seen', async () => {
  const file = (title: string) => toQuestionFile(title, { date: '2026-01-01' })
  const library = new TemporaryLibrary({ 'law/one.md': file('One?'), 'law/two.md': file('Two?') })
  await library.compile()
  const { store, listInSubject, getQuestion } = library.open()
  const writable = new Database(library.dbFile)
  const insert = writable.prepare("INSERT INTO list_segment VALUES ('newest', 'law', ?, 0)")
  for (let number = 1_000; number < 2_000; number += 1) insert.run(`later ${number}`)
  writable.close()
  assert.equal(listInSubject('law', 'newest', 1)?.questions.length, 2)
  library.write('law/one.md', file('Another?'))
  await library.compile()
  assert.equal(getQuestion({ subject: 'law', slug: 'one' })?.title, 'Another?')
  store.close()
})

test('every page of a list stays right while questions come and go', async () => {
  const title = (number: number) => `Question ${String(number).padStart(4, '0')}?`
  const date = (number: number) => new Date(Date.UTC(2020, 0, 1 + (number % 700))).toISOString().slice(0, 10)
  const file = (number: number) => ({
    path: `law/q${number}.md`,
    text: toQuestionFile(title(number), { date: date(number) }),
  })
  const library = new TemporaryLibrary()
  const present = new Set<number>()
  const add = (number: number) => {
    library.write(file(number).path, file(number).text)
    present.add(number)
  }
  const remove = (number: number) => {
    if (present.delete(number)) library.remove(`law/q${number}.md`)
  }

  async function check() {
    await library.compile()
    const { store, listInSubject, listByAuthor, countQuestions } = library.open()
    const numbers = [...present]
    const pagesOf = (list: (page: number) => ReturnType<typeof listByAuthor>) =>
      Array.from({ length: Math.ceil(numbers.length / pageSize) }, (_, page) => list(page + 1)?.questions ?? []).flat()
    const byTitle = [...numbers].sort((a, b) => a - b).map(title)
    assert.deepEqual(
      pagesOf((page) => listInSubject('law', 'a-z', page)).map((question) => question.title),
      byTitle,
    )
    const newest = pagesOf((page) => listInSubject('law', 'newest', page))
    assert.equal(newest.length, numbers.length)
    assert.deepEqual(
      newest.map((question) => question.date),
      [...numbers].map(date).sort().reverse(),
    )
    assert.deepEqual(
      pagesOf((page) => listByAuthor('quicktakes', page)).map(({ id }) => id),
      newest.map(({ id }) => id),
    )
    assert.equal(countQuestions(), numbers.length)
    const segments = store.prepare("SELECT questions FROM list_segment WHERE list = 'a-z'").all() as {
      questions: number
    }[]
    assert.equal(
      segments.reduce((sum, { questions }) => sum + questions, 0),
      numbers.length,
    )
    assert.ok(
      segments.every(({ questions }) => questions > 0 && questions <= 1_000),
      JSON.stringify(segments),
    )
    return segments.length
  }

  for (let number = 1_000; number < 2_200; number += 1) add(number)
  assert.equal(await check(), 3)
  for (let number = 0; number < 1_000; number += 1) add(number)
  assert.ok((await check()) >= 4, 'a segment that grew was split')
  for (let number = 0; number < 2_200; number += 3) remove(number)
  await check()
  for (let number = 0; number < 1_500; number += 1) remove(number)
  add(5)
  await check()
  for (const number of [...present]) remove(number)
  add(7)
  assert.equal(await check(), 1)
})
