import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { readQuestion, toQuestionRecord } from '@/lib/compiler/source/read-question'
import { pageSize } from '@/lib/core/pagination'
import { isTopic, maxTopics, minQuestions } from '@/lib/core/topic-rule'
import { toTopicSlug } from '@/lib/core/topic-slug'
import { listMentions, mention, toTopicName } from '@/lib/core/topics'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'

test('the address of a keyword', () => {
  const cases: [string, string | undefined][] = [
    ['Linear Algebra', 'linear-algebra'],
    ['  linear   algebra ', 'linear-algebra'],
    ['Newton’s laws', 'newtons-law'],
    ["Newton's Laws", 'newtons-law'],
    ['newtons law', 'newtons-law'],
    ['Reflections', 'reflection'],
    ['Theories', 'theory'],
    ['Processes', 'process'],
    ['Matrices', 'matrice'],
    ['Hypotheses', 'hypothesis'],
    ['Fourier series', 'fourier-series'],
    ['Ethics', 'ethics'],
    ['Virus', 'virus'],
    ['Gas', 'gas'],
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

const { schema } = await generateSchema()
const read = (text: string) => {
  const { question } = readQuestion(text, 'learn/physics/q.md', schema)
  assert.ok(question)
  return toQuestionRecord(question)
}

const { about, keyword, leading, defining } = mention

const listOf = (title: string, keywords: string[], abbreviations?: Record<string, string>) =>
  Object.fromEntries(
    [...listMentions({ subject: 'physics', title, details: { keywords, abbreviations } })].map(([slug, { how }]) => [
      slug,
      how,
    ]),
  )

test('a question mentions each topic once, and none that is its subject', () => {
  assert.deepEqual(listOf('', ['Physics', 'Energy', 'energy', 'Work']), {
    energy: about | keyword | leading,
    work: about | keyword | leading,
  })
})

test('keywords after the first five are only mentioned, unless the title names them', () => {
  const mentions = listOf('Why is a square wave a sum of sine waves?', [
    'a',
    'b',
    'c',
    'd',
    'e',
    'Square waves',
    'Sound',
  ])
  assert.equal(mentions.sound, keyword)
  assert.equal(mentions['square-wave'], about | keyword)
  assert.equal(mentions['sine-wave'], about)
  assert.ok(!('of-sine' in mentions) && !('sum-of' in mentions))
})

test('a question that asks what a topic is defines it', () => {
  const cases: [title: string, slug: string][] = [
    ['What is a catalyst?', 'catalyst'],
    ['What are catalysts, and how do they work?', 'catalyst'],
    ['Can you explain the concept of entropy in the context of information?', 'entropy'],
    ['What does “isotope” mean?', 'isotope'],
    ['Define the law of cosines.', 'law-of-cosine'],
  ]
  for (const [title, slug] of cases) assert.ok((listOf(title, [])[slug] ?? 0) & defining, title)
  assert.ok(!((listOf('What is the use of a catalyst?', []).catalyst ?? 0) & defining))
})

test('an abbreviation is replaced by what the question says it stands for', () => {
  const expected = about | keyword | leading
  assert.deepEqual(listOf('', ['HCC'], { HCC: 'hepatocellular carcinoma' }), { 'hepatocellular-carcinoma': expected })
  assert.deepEqual(listOf('', ['hepatocellular carcinoma (HCC)']), { 'hepatocellular-carcinoma': expected })
  assert.deepEqual(listOf('', ['constructor', 'toString']), { constructor: expected, tostring: expected })
  const { details } = read(
    toQuestionFile(
      'What is HCC?',
      { seo: { page_keywords: 'HCC, PCR' } },
      'A hepatocellular carcinoma (HCC) is … (PCR)',
    ),
  )
  assert.deepEqual(details.abbreviations, { HCC: 'hepatocellular carcinoma' })
})

test('long and hostile words are not topics, and cost no time', () => {
  const long = [50_000, 200_000].map((count) => [
    '('.repeat(count),
    'in '.repeat(count),
    'a'.repeat(count),
    '-'.repeat(count),
  ])
  for (const text of long.flat()) {
    const slugs = Object.keys(listOf(`What is ${text}, a (b) and what is ${text}?`, [text, `${text} (${text})`]))
    assert.ok(slugs.every((slug) => slug.length <= 60) && slugs.length < 50, text.slice(0, 3))
  }
})

describe('words are a topic', () => {
  const toCount = (subject: string, fields = {}) => ({
    ...{ subject, questions: 10, keyword: 8, leading: 6, keywordAbout: 7 },
    ...fields,
  })
  const cases: [name: string, is: boolean, fields: object, others?: number][] = [
    ['that enough questions are about', true, {}],
    ['not if too few mention them', false, { questions: minQuestions - 1 }],
    ['not if they are rarely among the first keywords', false, { leading: 2 }],
    ['not if most that have them as a keyword are about something else', false, { keyword: 10, keywordAbout: 3 }],
    ['not if they are rarely a keyword', false, { questions: 70 }],
    ['not if they spread over all subjects', false, {}, 9],
  ]
  for (const [name, is, fields, others = 1] of cases) {
    test(name, () => {
      const spread = Array.from({ length: others }, (_, index) => toCount(`other ${index}`))
      assert.equal(isTopic('law', [...spread, toCount('law', fields)]), is)
    })
  }
  test('not in a subject that does not have them', () => assert.equal(isTopic('law', [toCount('art')]), false))
})

test('a topic has the name that most questions use', () => {
  assert.equal(toTopicName(['linear algebra', 'Linear Algebra', 'linear  algebra']), 'Linear algebra')
  assert.equal(toTopicName(['B', 'A']), 'A')
  assert.equal(toTopicName(['pH scale']), 'pH scale')
})

const tagged = (title: string, keywords: string, fields = {}) =>
  toQuestionFile(title, { seo: { page_description: `On ${title}`, page_keywords: keywords }, ...fields })

describe('topics of a library', () => {
  test('appear with the fifth question and disappear with it; hidden questions do not count', async () => {
    const library = new TemporaryLibrary()
    for (let number = 1; number < minQuestions; number += 1)
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
    assert.equal(library.open().listInTopic('law', 'tort', 1)?.total, minQuestions)
    assert.equal(library.open().findAddress('/learn/law/topics/tort').status, 'page')
    assert.equal(library.open().findAddress('/learn/law/topics/tort/page/2').status, 'unknown')

    library.remove('law/q1.md')
    await library.compile()
    assert.deepEqual(library.open().listTopics('law'), [])
    assert.equal(library.open().findAddress('/learn/law/topics/tort').status, 'unknown')
  })

  test('are limited in each subject to those with the most questions', async () => {
    const library = new TemporaryLibrary()
    const names = Array.from({ length: maxTopics + 5 }, (_, index) => `topic ${String(index).padStart(3, '0')}`)
    // A question is about its first five keywords; one more question has the last topic.
    for (let part = 0; part * 5 < names.length; part += 1) {
      const keywords = names.slice(part * 5, part * 5 + 5).join(', ')
      for (let number = 0; number < minQuestions; number += 1) {
        library.write(`law/q${part}-${number}.md`, tagged(`Q${part} ${number}?`, keywords))
      }
    }
    library.write('law/more.md', tagged('More?', names.at(-1) ?? ''))
    await library.compile()
    const shown = library.open().listTopics('law')
    assert.equal(shown.length, maxTopics)
    assert.deepEqual(
      shown.slice(0, 2).map(({ slug }) => slug),
      [names.at(-1)?.replace(' ', '-'), 'topic-000'],
    )
    assert.equal(library.open().findAddress('/learn/law/topics/topic-122').status, 'unknown')
  })

  test('list all their questions, page by page, while questions come and go', async () => {
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

  test('words in ever more subjects cease to be a topic in all of them, and become one again', async () => {
    const library = new TemporaryLibrary()
    const add = (subject: string) => {
      for (let number = 0; number < minQuestions; number += 1)
        library.write(`${subject}/q${number}.md`, tagged(`Q${number}?`, 'Challenge'))
    }
    const listed = async () => {
      await library.compile()
      return library.listRows<{ subject: string }>('topic').map(({ subject }) => subject)
    }
    const subjects = Array.from({ length: 8 }, (_, index) => `s${index}`)
    for (const subject of subjects) add(subject)
    assert.deepEqual(await listed(), subjects)
    add('s8')
    assert.deepEqual(await listed(), [])
    for (let number = 0; number < minQuestions; number += 1) library.remove(`s8/q${number}.md`)
    assert.deepEqual(await listed(), subjects)
  })

  test('have a path: the question that defines the topic, then sections, in each the most linked first', async () => {
    const titles = {
      define: 'What is a tort?',
      'what-linked': 'What makes a tort?',
      what: 'What is a tort of trespass?',
      how: 'How is a tort proved?',
      kinds: 'What types of tort are there?',
      uses: 'What are applications of tort law?',
      history: 'How did tort law begin?',
    }
    const library = new TemporaryLibrary(
      Object.fromEntries(
        Object.entries(titles).map(([slug, title]) => [
          `law/${slug}.md`,
          tagged(title, 'tort', slug === 'how' ? toRelated('/learn/law/questions/what-linked') : {}),
        ]),
      ),
    )
    library.write('law/aside.md', tagged('Why?', 'a, b, c, d, e, tort'))
    await library.compile()
    const page = await library.openLibrary().readTopic('law', 'tort', 1)
    assert.equal(page?.defining?.slug, 'define')
    assert.deepEqual(
      page.path.map(({ title, questions }) => [title, questions.map(({ slug }) => slug)]),
      [
        ['What it is', ['what-linked', 'what']],
        ['How and why', ['how']],
        ['Kinds and comparisons', ['kinds']],
        ['Uses', ['uses']],
        ['History and debate', ['history']],
      ],
    )
    assert.deepEqual(
      page.list.questions.map(({ slug }) => slug).filter((slug) => slug !== 'define'),
      ['what-linked', 'what', 'how', 'kinds', 'uses', 'history', 'aside'],
    )
  })

  test('are found by their other spellings', async () => {
    const files = Array.from({ length: minQuestions }, (_, index) => [`law/q${index}.md`, tagged('Q?', 'Torts')])
    const library = new TemporaryLibrary(Object.fromEntries(files))
    await library.compile()
    const { findAddress } = library.open()
    const path = '/learn/law/topics/tort'
    assert.deepEqual(findAddress(path), { status: 'page' })
    for (const other of [`${path}s`, `${path}S/`]) assert.deepEqual(findAddress(other), { status: 'moved', path })
    assert.equal(findAddress('/learn/law/topics/crimes').status, 'unknown')
  })
})
