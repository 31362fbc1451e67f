import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Database from 'libsql'
import type { Store } from '@/lib/store/schema/open'
import { TextIndex } from '@/lib/store/write/text-index'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const withKeywords = (...keywords: string[]) => ({ seo: { page_keywords: keywords.join(', ') } })

const library = new TemporaryLibrary({
  'mathematics/sample.md': toQuestionFile(
    'What is a representative sample?',
    withKeywords('survey', 'random sampling'),
  ),
  'mathematics/population.md': toQuestionFile('How large is a population?', {}, 'A representative of it is a sample.'),
  'mathematics/series.md': toQuestionFile('When does a series converge?', {}, 'A geometric series, $\\frac{1}{2^n}$.'),
  'mathematics/growth.md': toQuestionFile('Why is merge sort $O(n \\log n)$?', {}, 'It halves.'),
  'mathematics/ar.md': toQuestionFile('What is an AR(1) process?', {}, 'It was fitted to COVID-19.'),
  'mathematics/triangle.md': toQuestionFile('What are trigonometric functions of SHA256 sums?', {}, 'Sines.'),
  'computer-science/vector.md': toQuestionFile('When does a C++ vector move its elements?'),
  'computer-science/list.md': toQuestionFile('What is a linked list in C#?', withKeywords('list')),
  'chemistry/water.md': toQuestionFile('Why does ice float?', {}, 'H₂O forms a lattice.'),
  'chemistry/hidden.md': toQuestionFile('Unlisted sample?', { no_index: true }),
  'biology/copy.md': toQuestionFile('Copied sample?', {}, 'The same.'),
  'medicine/copy.md': toQuestionFile('Copied sample?', {}, 'The same.'),
  'biology/mitosis.md': toQuestionFile('How do mitosis and meiosis differ?', withKeywords('cell division')),
  'biology/cell.md': toQuestionFile('What is a cell?', withKeywords('mitosis')),
  'languages/yo.md': toQuestionFile('Зачем ёж спит?', withKeywords('йод', 'Ὀδύσσεια'), 'Всё о семье и чёрный чай.'),
  'languages/japanese.md': toQuestionFile('がくせい とは?', {}, '한국어 단어 और हिन्दी के शब्द, كِتَابٌ שָׁלוֹם, quốc ngữ.'),
})
await library.compile()
const { search, store } = library.open()
const slugs = store.prepare('SELECT slug FROM question WHERE id = ?')
const find = (text: string, subject?: string) =>
  search(text, subject).found.map(({ id }) => (slugs.get(id) as { slug: string }).slug)

describe('a query finds', () => {
  const table: [string, string, string][] = [
    ['words of the title in any order', 'sample representative', 'sample'],
    ['other forms of a word', 'sampled representatives', 'sample'],
    ['keywords', 'survey', 'sample'],
    ['words of the answer', 'lattice', 'water'],
    ['the beginning of the last word', 'conver', 'series'],
    ['a phrase', '"linked list"', 'list'],
    ['C++', 'c++', 'vector'],
    ['C#', 'C#', 'list'],
    ['a formula of chemistry', 'H2O', 'water'],
    ['a word joined with its number', 'ar1', 'ar'],
    ['the same only in the answer', 'covid19', 'ar'],
    ['a word separated from its number', 'sha 256', 'triangle'],
    ['a clipped word, wherever it is', 'trig functions', 'triangle'],
    ['a subject by its short name', 'maths population', 'population'],
    ['a formula in TeX', '\\frac{1}{2^n}', 'series'],
    ['the same as it is typed', '1/2^n', 'series'],
    ['a complexity class', 'O(n log n)', 'growth'],
    ['a complexity class that looks like a word', 'O(n)', 'growth'],
    ['questions with all words before those with some', 'mitosis division', 'mitosis'],
    ['a word in the title before the same in the keywords', 'mitosis', 'mitosis'],
    ['the name of a subject', 'chemistry ice', 'water'],
    ['one letter wrong', 'representetive sample', 'sample'],
    ['two letters swapped', 'mitosis meisois', 'mitosis'],
    ['one letter missing', 'convrge', 'series'],
    ['two mistakes in a long word', 'reprezentetive', 'sample'],
    ['letters with marks', 'ёж', 'yo'],
    ['the same without the marks', 'еж', 'yo'],
    ['the same with combining marks', 'е\u0308ж', 'yo'],
    ['letters with marks in keywords', 'йод', 'yo'],
    ['words without their accents', 'οδυσσεια', 'yo'],
    ['letters with marks in the answer', 'чёрный', 'yo'],
    ['a phrase of words with marks', '"чёрный чай"', 'yo'],
    ['voiced kana', 'がくせい', 'japanese'],
    ['syllables of Korean', '한국어', 'japanese'],
    ['vowel signs of Hindi', 'हिन्दी', 'japanese'],
    ['Arabic without its points', 'كتاب', 'japanese'],
    ['Hebrew with its points', 'שָׁלוֹם', 'japanese'],
    ['letters with two accents', 'quoc', 'japanese'],
  ]
  for (const [what, text, slug] of table) test(`${what}: ${text}`, () => assert.equal(find(text)[0], slug))
})

test('a question of several subjects is found once, one hidden from search engines not at all', () => {
  assert.deepEqual(find('copied'), ['copy'])
  assert.deepEqual(find('unlisted'), [])
})

test('a phrase in another order is not found', () => {
  assert.deepEqual(find('"sample representative"'), [])
})

test('voiced kana, and words that differ in a vowel sign, are not the same', () => {
  assert.deepEqual(find('"かくせい"'), [])
  assert.deepEqual(find('"हिन्दा"'), [])
})

test('connecting words are neither searched for nor reported missing, however they are written', () => {
  for (const text of [
    "why doesn't ice float",
    'why dont ice float',
    'ice vs lattice',
    'ice versus lattice',
    "they've ice",
  ]) {
    const { found, missing, corrections, words } = search(text)
    assert.equal((slugs.get(found[0]?.id as number) as { slug: string }).slug, 'water', text)
    assert.deepEqual({ missing, corrections }, { missing: [], corrections: [] }, text)
    assert.ok(!words.some((word) => ['t', 'don', 'doesn', 've', 'vs', 'versus'].includes(word)), `${text}: ${words}`)
  }
})

test('a word joined with a number is reported missing as a whole if the library does not have the word', () => {
  for (const text of ['pco2', 'covid19 pco2'])
    assert.deepEqual(search(text).missing, [text === 'pco2' ? 'pco2' : 'pco'], text)
  assert.deepEqual(find('pco19'), [], 'COVID-19 is not meant')
  assert.deepEqual(find('covid23'), ['ar'], 'the word alone is enough')
})

test('a formula at the end of a query is not completed like a word', () => {
  assert.deepEqual(find('F = sa'), [])
  assert.ok(find('sampl').includes('sample'))
})

test('a misspelt word is corrected to a plural in a heading, a correct word is not', async () => {
  const more = new TemporaryLibrary({
    'biology/enzymes.md': toQuestionFile('How do enzymes work?'),
    'physics/cars.md': toQuestionFile('Why do cars skid?'),
  })
  await more.compile()
  const { search } = more.open()
  assert.deepEqual(search('enzime').corrections, [{ typed: 'enzime', meant: 'enzymes' }])
  assert.deepEqual(search('carb skid').corrections, [])
})

test('a word says as little as its more frequent forms', async () => {
  const more = new TemporaryLibrary({
    ...Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `law/q${index}.md`,
        toQuestionFile(`How is offence ${index} defined?`),
      ]),
    ),
    'mathematics/define.md': toQuestionFile('How do you define a limit?'),
    ...Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `physics/isotope-${index}.md`,
        toQuestionFile(`Why does isotope ${index} of an element decay sooner than the others?`),
      ]),
    ),
  })
  await more.compile()
  const { search, store } = more.open()
  const slug = store.prepare('SELECT slug FROM question WHERE id = ?')
  const found = slug.get(search('define isotope').found[0]?.id as number) as { slug: string }
  assert.match(found.slug, /^isotope/)
})

test('a pasted exercise is searched for without its numbers and variables', async () => {
  const more = new TemporaryLibrary({
    'mathematics/sine.md': toQuestionFile('How does the sine rule find an angle of a triangle?'),
    'chemistry/groups.md': toQuestionFile('Which elements are in groups 7, 9 and 40 of table B?'),
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`law/q${index}.md`, toQuestionFile(`Is ${index} x an offence?`)]),
    ),
  })
  await more.compile()
  const { words } = more
    .open()
    .search(`Find the area of a triangle where a = 7 cm, b = 9 cm and angle C = 40°. Use the sine
    rule to find the remaining angles.`)
  assert.deepEqual(words.toSorted(), ['angle', 'angles', 'sine', 'triangle'])
})

test('a name in a heading is not corrected because it looks like a common misspelling', async () => {
  const more = new TemporaryLibrary({
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`law/other-${index}.md`, toQuestionFile(`Another ${index}?`)]),
    ),
    'sport/flagg.md': toQuestionFile('Which team has Cooper Flagg?'),
    'sport/flag.md': toQuestionFile('Which team has a flag?'),
    'sport/seeds.md': toQuestionFile('How are seeds drawn?'),
  })
  await more.compile()
  const { search } = more.open()
  assert.deepEqual(search('seeds of cooper flagg').corrections, [])
  assert.deepEqual(search('flagg').corrections, [{ typed: 'flagg', meant: 'flag' }], 'on its own it may be misspelt')
})

test('a search in one subject finds only questions of that subject', () => {
  assert.deepEqual(find('sample', 'mathematics').sort(), ['population', 'sample'])
  assert.deepEqual(find('sample', 'chemistry'), [])
})

test('of two similar words the likelier is chosen, but rather one that occurs with the other words', async () => {
  const more = new TemporaryLibrary({
    ...Object.fromEntries(
      [1, 2, 3].map((index) => [`law/statue-${index}.md`, toQuestionFile(`Is statue ${index} of marble?`)]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`law/other-${index}.md`, toQuestionFile(`Another ${index}?`)]),
    ),
    'law/statute.md': toQuestionFile('Does a statute bind courts?'),
  })
  await more.compile()
  const { search } = more.open()
  assert.deepEqual(search('statuue').corrections, [{ typed: 'statuue', meant: 'statue' }])
  assert.deepEqual(search('statuue courts').corrections, [{ typed: 'statuue', meant: 'statute' }])
  assert.deepEqual(search('statute').corrections, [])
})

test('a rare word stays as typed if the only similar word does not occur with the others either', async () => {
  const more = new TemporaryLibrary({
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`law/other-${index}.md`, toQuestionFile(`Another ${index}?`)]),
    ),
    'law/zebra.md': toQuestionFile('Who owns a zebra?'),
    'law/zebro.md': toQuestionFile('Who owns a zebro?'),
    'law/marble.md': toQuestionFile('Is it of marble?'),
  })
  await more.compile()
  assert.deepEqual(more.open().search('zebra marble').corrections, [])
})

/** The rows that one edit of a library of `count` questions writes. */
async function countWrites(count: number): Promise<number> {
  const files = Array.from({ length: count }, (_, index) => [`law/q${index}.md`, toQuestionFile(`Question ${index}?`)])
  const library = new TemporaryLibrary(Object.fromEntries(files))
  await library.compile()
  const store: Store = new Database(library.dbFile)
  const total = () => (store.prepare('SELECT total_changes() AS total').get() as { total: number }).total
  const before = total()
  const text = new TextIndex(store)
  text.remove({ id: 5, title: 'Question 4?' })
  text.add(5, {
    title: 'Reworded?',
    subject: 'law',
    sense: 1,
    noIndex: false,
    details: { keywords: [] },
    searchText: 'new.',
  })
  text.settle()
  const words = store.prepare("SELECT word, questions FROM word WHERE word IN ('reworded', 'question') ORDER BY word")
  assert.deepEqual(
    words.all().map((row) => Object.values(row as object)),
    [
      ['question', count - 1],
      ['reworded', 1],
    ],
  )
  return total() - before
}

test('an edit touches only its own rows of the index, however large the library is', async () => {
  const few = await countWrites(20)
  assert.ok(few > 5)
  assert.equal(await countWrites(400), few)
})

describe('a minus leaves out', () => {
  const elements = new TemporaryLibrary({
    'science/metal.md': toQuestionFile('Why is mercury liquid?', {}, 'A metal with the atomic number 80.'),
    'science/planet.md': toQuestionFile('How hot is the planet Mercury?'),
    'science/day.md': toQuestionFile('How long is a day on Mercury?', {}, 'Longer than a year of this planet.'),
    'myths/god.md': toQuestionFile('Who was Mercury?', withKeywords('god'), 'A messenger with a number, not atomic.'),
  })
  const opened = elements.compile().then(() => elements.open())
  const table: [what: string, text: string, slugs: string[]][] = [
    ['nothing', 'mercury', ['day', 'god', 'metal', 'planet']],
    ['questions with a word in the title or the answer', 'mercury -planet', ['god', 'metal']],
    ['questions with another form of the word', 'mercury -planets', ['god', 'metal']],
    ['questions with one of several words', 'mercury -planet -god', ['metal']],
    ['questions with a phrase', 'mercury -"atomic number"', ['day', 'god', 'planet']],
    ['nothing if no word is left', '-planet', ['day', 'planet']],
    ['everything', 'mercury -mercury', []],
    ['the same if a word is misspelt', 'mercurry -planet', ['god', 'metal']],
  ]
  for (const [what, text, slugs] of table) {
    test(`${what}: ${text}`, async () => {
      const { search, store } = await opened
      const slug = store.prepare('SELECT slug FROM question WHERE id = ?')
      const found = search(text).found.map(({ id }) => (slug.get(id) as { slug: string }).slug)
      assert.deepEqual(found.sort(), slugs)
    })
  }

  test('also from the counts of subjects', async () => {
    await opened
    const request = { text: 'mercury -planet', subject: undefined, page: 1, pageSize: 10 }
    const { total, subjects } = await elements.openLibrary().search(request)
    assert.equal(total, 2)
    assert.deepEqual(subjects.map(({ slug, found }) => [slug, found]).sort(), [
      ['myths', 1],
      ['science', 1],
    ])
  })
})

describe('a subject alone', () => {
  const large = new TemporaryLibrary(
    Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [
        `computer-science/q${index}.md`,
        toQuestionFile(`Numbered ${index}?`, { date: `2024-01-${String(1 + (index % 28)).padStart(2, '0')}` }),
      ]),
    ),
  )
  const opened = large.compile().then(() => large.openLibrary())
  const ask = async (text: string, page = 1, pageSize = 25) =>
    (await opened).search({ text, subject: undefined, page, pageSize })

  for (const text of [
    'subject:computer-science',
    'subject:"Computer Science"',
    'subject:comp',
    'subject:“computer science” ',
  ]) {
    test(`${text} lists its questions as its page does`, async () => {
      const found = await Promise.all([1, 2, 3, 4].map((page) => ask(text, page)))
      const list = await Promise.all(
        [1, 2].map(async (page) => (await opened).readSubject('computer-science', 'newest', page)),
      )
      assert.deepEqual(
        found.flatMap(({ questions }) => questions.map(({ slug }) => slug)),
        list.flatMap((page) => page?.list.questions.map(({ slug }) => slug) ?? []),
      )
      for (const { total, subject, named } of found) {
        assert.equal(total, 70)
        assert.equal(subject?.slug, 'computer-science')
        assert.deepEqual(named, [subject])
      }
    })
  }

  test('that no subject has is named, with a suggestion', async () => {
    const { unknownSubject, total, named } = await ask('subject:"computer sciense" ')
    assert.deepEqual(
      [unknownSubject, total, named.map(({ slug }) => slug)],
      ['computer sciense', 0, ['computer-science']],
    )
    const { unknownSubject: other, total: everywhere } = await ask('subject:law numbered')
    assert.deepEqual([other, everywhere], ['law', 70])
  })
})
