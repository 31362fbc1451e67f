import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Library } from '@/lib/library/library'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { startCountingProxy } from './counting-proxy'
import { createDatabase, openPostgresLibrary, publishLibrary } from './databases'

const words = ['gravity', 'osmosis', 'contract', 'sonnet', 'entropy', 'enzyme', 'tariff', 'vaccine']
const files = Object.fromEntries(
  words.flatMap((word, index) =>
    words.map((other) => [
      `science/${word}-${other}.md`,
      toQuestionFile(`What is ${word} in ${other}?`, {
        seo: { page_keywords: `Science of words, ${word}` },
        ...toRelated('/learn/science/questions/dead', `/learn/science/questions/${words[index]}-gravity`),
      }),
    ]),
  ),
)

files['law/rare.md'] = toQuestionFile('Does a zebra rarely kick?', {}, 'A quagga does.')
files['law/other.md'] = toQuestionFile('Is a quagga a zebra?')

const library = new TemporaryLibrary(files)
await library.compile({ keepGoing: true })
const url = await createDatabase()
await publishLibrary(library, url)
const proxy = await startCountingProxy(url)
const postgres = openPostgresLibrary(proxy.url)
await postgres.readState()

const find = (text: string, subject?: string) => (library: Library) =>
  library.search({ text, subject, page: 1, pageSize: 10 })

const calls: [name: string, most: number, ask: (library: Library) => Promise<unknown>][] = [
  ['a question', 3, (library) => library.readQuestion({ subject: 'science', slug: 'gravity-osmosis' })],
  ['a question that is last on its paths', 4, (library) => library.readQuestion({ subject: 'law', slug: 'rare' })],
  ['a subject', 1, (library) => library.readSubject('science', 'newest', 1)],
  ['a subject from A to Z', 1, (library) => library.readSubject('science', 'a-z', 2)],
  ['a topic', 1, (library) => library.readTopic('science', 'science-of-word', 1)],
  [
    'a sheet on a topic',
    2,
    (library) =>
      library.readSelection({ kind: 'topic', subject: 'science', topic: 'science-of-word', seed: '1', count: 50 }),
  ],
  ['an author', 1, (library) => library.readAuthor('quicktakes', 1)],
  ['the home page', 1, (library) => library.readHome(10, 20_000)],
  ['questions by their slugs', 1, (library) => library.listQuestionsAt(['no', 'gravity-osmosis'])],
  ['an address', 1, (library) => library.findAddress('/Learn/Science/questions/gravity-osmosis.md')],
  ['changes', 2, (library) => library.changesSince(1)],
  ['a search', 5, find('gravity osmosis')],
  ['a search that finds little', 5, find('zebra quagga')],
  ['a search in a subject', 5, find('gravity osmosis', 'science')],
  ['a search with a word that may be misspelt', 5, find('gravity quagga')],
  ['a search with two misspelt words in a subject', 5, find('zebrra quaga', 'law')],
  ['a search without a word', 5, find('gravity -osmosis')],
  ['a search with a misspelt word, without another', 5, find('zebrra -osmosis')],
  ['a search for a subject alone', 5, find('subject:science')],
  [
    'a search with a pasted text',
    5,
    find(
      `${words.join(' ')} zebra quagga kick rarely ${'beside everything that lovers of books read aloud '.repeat(3)}`,
    ),
  ],
  ['a search with a misspelt word', 5, find('zebrra quagga')],
  ['a search with a common misspelling', 5, find('recieve gravity')],
  ['a search with words of several forms', 5, find('gravityosmosis behaviour world war ii')],
]

for (const [name, most, ask] of calls) {
  test(`${name} takes at most ${most} round trips`, async () => {
    await setTimeout(50)
    assert.ok(await ask(postgres), 'something is found')
    await setTimeout(50)
    const trips = await proxy.count(() => ask(postgres))
    assert.ok(trips <= most, `${trips}`)
  })
}
test('a search takes a few statements for each word, and a few more for all their matches', async () => {
  const { query } = pg.Client.prototype
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    statements += 1
    return (query as (...given: unknown[]) => unknown).apply(this, given)
  } as typeof query
  const count = async (text: string) => {
    statements = 0
    assert.ok(await find(text)(postgres))
    return statements
  }
  try {
    const [one, eight] = [await count(`${words[0]} `), await count(`${words.join(' ')} `)]
    assert.ok(one <= 20 && eight <= one + 7 * 5, `${one} for one word, ${eight} for eight`)
  } finally {
    pg.Client.prototype.query = query
  }
})
