import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const marked = 'Why is `pass` *fast*, and why $O(n^2)$?'
const words = 'Why is pass fast, and why O(n²)?'
const html = 'Why is <code>pass</code> <em>fast</em>, and why O(n²)?'

test('a title is plain words everywhere, with its code and emphasis in lists, searches and on its page', async () => {
  const library = new TemporaryLibrary({
    'law/a.md': toQuestionFile(marked),
    'law/b.md': toQuestionFile('`A` comes first?', { related_article1: { url: '/learn/law/questions/a' } }),
  })
  await library.compile()
  const store = library.openLibrary()
  const page = await store.readQuestion({ subject: 'law', slug: 'a' })
  assert.equal(page?.question.title, words)
  assert.equal(page?.question.details.markedHeading, marked)
  const other = await store.readQuestion({ subject: 'law', slug: 'b' })
  assert.equal(other?.related[0]?.title, words)
  assert.equal(other?.related[0]?.titleHtml, html)
  const list = await store.readSubject('law', 'a-z', 1)
  assert.deepEqual(
    list?.list.questions.map(({ title, titleHtml }) => [title, titleHtml]),
    [
      ['A comes first?', '<code>A</code> comes first?'],
      [words, html],
    ],
  )
  const found = await store.search({ text: 'fast pass', subject: undefined, page: 1, pageSize: 10 })
  assert.equal(found?.questions[0]?.title, words)
  assert.equal(found?.questions[0]?.titleHtml, html)
  const feed = await store.readFeed()
  assert.ok(feed?.entries.some(({ title }) => title === words))
})

test('lists are invalidated when marks change, even if the words stay', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why is pass fast?') })
  await library.compile()
  const store = library.openLibrary()
  const { sequence } = await store.readState()
  library.write('law/a.md', toQuestionFile('Why is `pass` fast?'))
  await library.compile()
  const { keys } = await store.changesSince(sequence)
  const id = (await store.readQuestion({ subject: 'law', slug: 'a' }))?.question.id
  assert.ok(keys?.includes(`summary ${id}`), JSON.stringify(keys))
})
