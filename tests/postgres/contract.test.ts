import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toShortNumber } from '@/lib/core/short-id'
import type { Library } from '@/lib/library/library'
import { recordReads } from '@/lib/library/reads'
import { listNearSlugs } from '@/lib/search/near-slugs'
import { Random } from '@/tools/corpus/random'
import { editSomeFile } from '../edit-some-file'
import { lacking, meant, toMeantLibrary } from '../meant-library'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { createDatabase, openPostgresLibrary, publishLibrary } from './databases'

/** One call of the library: its result and the reads that it records must be the same with both engines. */
type Call = [name: string, ask: (library: Library) => Promise<unknown>]

const vocabulary = `gravity osmosis contract sonnet entropy enzyme tariff vaccine integral photosynthesis negligence
  representative supply demand market energy momentum court statute cell division series vector`.split(/\s+/)
const letters = [
  'Ångström',
  'Zebra',
  '日本',
  'лес',
  '2nd',
  'C++',
  'naïve',
  '😀',
  'ёлка',
  'हिन्दी',
  '한국어',
  'がくせい',
  'µm',
  'ϕ',
  'ΣΟΦΟΣ',
]

/** Enough questions in one subject for lists with several segments, and every kind of oddity. */
function createFiles(): Record<string, string> {
  const random = new Random(3)
  const files: Record<string, string> = { './gone.yml': '/learn/law/questions/gone:\n/old/removed:\n' }
  for (let index = 0; index < 1_400; index += 1) {
    const subject = index < 1_200 ? 'physics' : random.pick(['law', 'biology', 'fine-arts'])
    const words = [random.pick(vocabulary), random.pick(vocabulary), random.pick(vocabulary)]
    const title = `${index % 9 === 0 ? `${random.pick(letters)} ` : ''}What is ${words[0]} in ${words[1]}?`
    const fields = {
      date: `20${10 + random.below(16)}-0${1 + random.below(9)}-1${random.below(9)}`,
      author: random.pick(['Ada Lovelace', 'QuickTakes', 'Émilie']),
      seo: { page_keywords: [words[2], random.pick(['Mechanics', 'C#', 'cell division'])].join(', ') },
      no_index: random.chance(0.05),
      ...toRelated(
        ...Array.from({ length: random.below(7) }, () => `/learn/physics/questions/q${random.below(1_500)}`),
      ),
    }
    const body = `The ${random.pick(vocabulary)} of the ${random.pick(vocabulary)} and the ${words[1]}, $x^2$. To be or not.`
    files[`${subject}/q${index}.md`] = toQuestionFile(title, fields, body)
  }
  const copy = toQuestionFile('Is a copy a copy?', { aliases: ['/old/copy'] }, 'The same.')
  files['law/copy.md'] = copy
  files['biology/copy.md'] = copy.replace('/old/copy', '/old/other')
  return files
}

const library = new TemporaryLibrary(createFiles())
await library.compile({ keepGoing: true })
const url = await createDatabase()
await publishLibrary(library, url)
const sqlite = library.openLibrary()
const postgres = openPostgresLibrary(url)

/** Rows of libsql have their timing; each engine has its own store id. */
const toPlain = (value: unknown) =>
  value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value, (key, part) => (key === '_metadata' || key === 'store' ? undefined : part)))

async function assertSame([name, ask]: Call) {
  const [one, other] = [await recordReads(() => ask(sqlite)), await recordReads(() => ask(postgres))]
  assert.deepEqual(toPlain(other.result), toPlain(one.result), name)
  assert.deepEqual([...other.reads.keys].sort(), [...one.reads.keys].sort(), `reads recorded for ${name}`)
  assert.equal(other.reads.sequence, one.reads.sequence, name)
  return one.result
}

const keys = library.listRows<{ subject: string; slug: string; title: string }>('question')
const some = (share: number) => keys.filter((_, index) => index % share === 0)

describe('both engines return the same', () => {
  test('questions', async () => {
    for (const key of [...some(5), { subject: 'law', slug: 'copy' }]) {
      assert.ok(await assertSame([key.slug, (library) => library.readQuestion(key)]))
      await assertSame([key.slug, (library) => library.readQuestionAlone(key)])
    }
    for (const slug of ['', 'none', '\0', "'; --", '\ud800']) {
      await assertSame([slug, (library) => library.readQuestion({ subject: 'law', slug })])
    }
  })

  test('every page of lists', async () => {
    let pages = 0
    for (const order of ['newest', 'a-z'] as const) {
      for (const subject of ['physics', 'law', 'none', '\0']) {
        for (let page = 0; page <= 22; page += 1) {
          if (await assertSame([subject, (library) => library.readSubject(subject, order, page)])) pages += 1
        }
      }
    }
    assert.ok(pages > 40)
    for (const topic of ['mechanics', 'c-sharp', 'cell-division', 'gravity', 'none']) {
      for (let page = 1; page <= 8; page += 1) {
        await assertSame([topic, (library) => library.readTopic('physics', topic, page)])
      }
    }
    for (const author of ['ada-lovelace', 'quicktakes', 'emilie', 'none']) {
      for (const page of [1, 2, 7, 8, 9, 1e9, 1e300]) {
        await assertSame([author, (library) => library.readAuthor(author, page)])
      }
    }
    for (let day = 20_000; day < 20_030; day += 1) {
      await assertSame([`day ${day}`, (library) => library.readHome(day % 12, day)])
    }
    await assertSame(['subjects', (library) => library.readSubjects()])
    await assertSame(['subject', (library) => library.readSubjectAlone('law')])
    await assertSame(['state', (library) => library.readState()])
  })

  test('addresses', async () => {
    const paths = [
      ...['/', '/learn', '/learn/', '/Learn/Law', '//learn//law', '/learn/law/page/2', '/learn/physics/page/99'],
      ...['/learn/physics/page/2', '/learn/physics/topics/mechanics', '/learn/physics/topics/none', '/authors/emilie'],
      ...['/authors/emilie/page/40', '/old/copy', '/old/other', '/old/copy.md', '/OLD/Copy/', '/old/removed', '/old/x'],
      ...['/learn/law/questions/gone', '/learn/law/questions/gone.md', '/learn/law/questions/copy.md', '/a%00', '/\0'],
      ...some(50).map(({ subject, slug }) => `/learn/${subject}/questions/${slug}`),
    ]
    const found = new Set<string>()
    for (const path of paths) {
      found.add(((await assertSame([path, (library) => library.findAddress(path)])) as { status: string }).status)
    }
    assert.deepEqual([...found].sort(), ['moved', 'page', 'removed', 'unknown'])
  })

  test('questions of sheets and decks', async () => {
    for (const seed of ['1', '7b', '', '\0', '’']) {
      for (const subject of ['physics', 'law', 'none', '\0']) {
        const drawn = { subject, seed, count: 30 }
        await assertSame([seed, (library) => library.readSelection({ kind: 'subject', ...drawn })])
        for (const topic of ['mechanics', 'c-sharp', 'gravity', 'none']) {
          await assertSame([topic, (library) => library.readSelection({ kind: 'topic', topic, ...drawn })])
          const deck = { kind: 'topic', subject, topic, seed: undefined, count: 100 } as const
          await assertSame([topic, (library) => library.readSelection(deck)])
        }
      }
    }
    const shorts = [...some(200), { subject: 'law', slug: 'copy' }, { subject: 'none', slug: '' }].map(toShortNumber)
    const chosen = await sqlite.readSelection({ kind: 'chosen', shorts })
    assert.equal(chosen?.questions.filter(({ slug }) => slug === 'copy').length, 1)
    assert.ok(chosen.questions.length > 5)
    for (const chosen of [shorts, [...shorts].reverse(), []]) {
      await assertSame(['chosen', (library) => library.readSelection({ kind: 'chosen', shorts: chosen })])
    }
  })

  test('questions and authors with one of many slugs', async () => {
    const near = (slug: string) => listNearSlugs(`${slug}x`)
    for (const slug of ['q7', 'q1399', 'copy', 'none', '\0', "'; --"]) {
      await assertSame([slug, (library) => library.listQuestionsAt(near(slug))])
    }
    for (const slug of ['ada-lovelace', 'emilie', 'none']) {
      await assertSame([slug, (library) => library.listAuthorsAt(near(slug))])
    }
    assert.equal((await postgres.listQuestionsAt(near('copy'))).length, 1)
    assert.deepEqual(await postgres.listAuthorsAt(near('emilie')), [{ slug: 'emilie', name: 'Émilie' }])
  })

  test('feeds and sitemaps', async () => {
    for (const subject of [undefined, 'physics', 'law', 'none']) {
      await assertSame([`feed ${subject}`, (library) => library.readFeed(subject)])
    }
    await assertSame(['files', (library) => library.listSitemapFiles()])
    const { files } = await sqlite.listSitemapFiles()
    for (const { section, number } of [...files, { section: 'law', number: 9 }, { section: 'none', number: 0 }]) {
      await assertSame([section, (library) => library.readSitemapFile(section, number)])
      let [after] = await sqlite.listSitemapEntries(section, number)
      await assertSame([section, (library) => library.listSitemapEntries(section, number)])
      for (; after; after = (await sqlite.listSitemapEntries(section, number, after)).at(-1)) {
        const last = after
        await assertSame([section, (library) => library.listSitemapEntries(section, number, last)])
      }
    }
  })

  test('searches', async () => {
    const typo = (word: string) => word.slice(0, 2) + word.slice(3)
    const texts = [
      ...[
        '',
        ' ',
        'the',
        'the ',
        'what is',
        '"to be"',
        '"to be or not"',
        '"not be"',
        'to be or not to be',
        '"what be"',
        '"to be of the" law',
        'C++',
        'c#',
      ],
      ...[
        'x2',
        'nowhere',
        'subject:law court',
        'subject:"fine arts" cell',
        'subject:none a',
        '\0 “%"',
        '\ud800',
        "';--",
      ],
      ...['physics', 'phisics', 'fine art', 'bio', 'mechanics', 'cell div', 'c#'],
      ...[
        'wh',
        'what is g',
        'What is gravity in os',
        '2nd W',
        'ångström what',
        'Ångström what is e',
        'what is the effect',
      ],
      `${vocabulary.join(' ')}. ${vocabulary.slice(3).join(' or ')}`,
      ...[
        'subject:physics',
        'subject:"fine arts"',
        'subject:nothing',
        'subject:nothing -physics',
        'subject:phisics energy',
      ],
      ...vocabulary.slice(0, 12).flatMap((word, index) => {
        const other = vocabulary[(index + 3) % vocabulary.length]
        return [`${word} -${other}`, `${word} -"${other} in"`, `${typo(word)} -${other} -"${word} of"`, `-${word}`]
      }),
      ...['E=mc^2', 'E = mc²', '\\frac{d}{dx}', 'd/dx ', 'H₂SO₄', '\\sqrt{2}', '√2 -energy', '10⁻³', 'ΔG'],
      ...[
        'a '.repeat(99),
        'grav',
        'gravity osm',
        'ångström',
        '日本',
        'лес',
        'ёлка',
        'елка ',
        'हिन्दी',
        '한국어',
        'かくせい',
        '"がくせい what"',
        'µm',
        'μm what',
        'φ',
        'ϕ',
        'σοφοσ ',
        'σοφο',
        '"in cell"',
        '"what is cell"',
        'lovelace',
      ],
      ...['physics', 'phisics', 'fine art', 'bio'],
      ...vocabulary.flatMap((word, index) => {
        const other = vocabulary[(index + 5) % vocabulary.length] as string
        return [
          word,
          `${word} `,
          typo(word),
          `${word} ${other}`,
          `${typo(word)} ${typo(other)} `,
          `"${word} in ${other}"`,
        ]
      }),
      ...some(40).map(({ title }) => title),
    ]
    let total = 0
    let corrected = 0
    for (const [index, text] of texts.entries()) {
      const subject = index % 4 === 3 ? 'physics' : undefined
      const request = { text, subject, page: 1 + (index % 2), pageSize: 10 }
      const page = (await assertSame([text, (library) => library.search(request)])) as Awaited<
        ReturnType<Library['search']>
      >
      total += page?.total ?? 0
      corrected += page?.corrections.length ?? 0
    }
    assert.ok(total > 1_000 && corrected > 10)
  })

  test('searches for the same in other words', async () => {
    const other = toMeantLibrary()
    await other.compile()
    const place = await createDatabase()
    await publishLibrary(other, place)
    const [here, there] = [other.openLibrary(), openPostgresLibrary(place)]
    for (const text of [...Object.values(meant).flat(), ...lacking].map(([text]) => text)) {
      const request = { text, subject: undefined, page: 1, pageSize: 10 }
      assert.deepEqual(toPlain(await there.search(request)), toPlain(await here.search(request)), text)
    }
  })

  test('libraries of a few files, after any history', async () => {
    const small = new TemporaryLibrary({ 'law/a.md': toQuestionFile('What is a tort?') })
    const random = new Random(5)
    await small.compile()
    const place = await createDatabase()
    const there = openPostgresLibrary(place)
    for (let round = 0; round < 6; round += 1) {
      await publishLibrary(small, place)
      const here = small.openLibrary()
      for (const { subject, slug } of small.listRows<{ subject: string; slug: string }>('question')) {
        const [one, other] = [await here.readQuestion({ subject, slug }), await there.readQuestion({ subject, slug })]
        assert.deepEqual(toPlain(other), toPlain(one), `${subject}/${slug}`)
        const request = { text: one?.question.title ?? '', subject: undefined, page: 1, pageSize: 10 }
        assert.deepEqual(toPlain(await there.search(request)), toPlain(await here.search(request)))
      }
      assert.deepEqual(toPlain(await there.readHome(9, round)), toPlain(await here.readHome(9, round)))
      for (let edit = 0; edit < 8; edit += 1) editSomeFile(small, random)
      await small.compile()
    }
  })
})
