import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { toString as toText } from 'hast-util-to-string'
import { renderAnswer } from '@/lib/answer/render'
import { type StructuredData, serializeData } from '@/lib/core/structured-data'
import type { Question } from '@/lib/core/types'
import { toAuthorData, toHomeData, toSubjectData } from '@/lib/site/seo/list-data'
import { toQuestionData } from '@/lib/site/seo/question-data'
import { validateData } from '@/lib/site/seo/validate'
import { toVisibleText } from '@/tools/crawl/visible-text'
import { hostile } from './hostile'

const question = (fields: Partial<Question> = {}, details: Partial<Question['details']> = {}): Question => ({
  id: 1,
  subject: 'law',
  slug: 'what',
  title: 'What?',
  date: '2026-01-15',
  path: 'learn/law/what.md',
  pathKey: null,
  titleOrdinal: 1,
  description: 'That is why.',
  author: 'quicktakes',
  authorName: 'QuickTakes',
  subjectTitle: 'Law',
  subjectBadge: 'La',
  noIndex: false,
  answer: { text: 'An answer.', breaks: 'real' },
  canonicalId: 1,
  ways: 1,
  canonical: { subject: 'law', slug: 'what' },
  ...fields,
  details: { keywords: [], related: [], links: undefined, aliases: [], ...details },
})

const image = '/images/questions/law/what.png'
const build = (asked: Question) => toQuestionData(asked, image)
const article = (asked: Question) => build(asked)[0] as Record<string, unknown>

describe('a question’s page', () => {
  test('is one Article and one BreadcrumbList', () => {
    const site = 'http://localhost:3000'
    assert.deepEqual(JSON.parse(JSON.stringify(build(question()))), [
      {
        '@context': 'https://schema.org',
        '@type': 'Article',
        headline: 'What?',
        description: 'That is why.',
        author: { '@type': 'Organization', name: 'QuickTakes', url: `${site}/authors/quicktakes` },
        publisher: { '@type': 'Organization', name: 'QuickTakes Learn', url: site, logo: `${site}/icon.svg` },
        datePublished: '2026-01-15T00:00:00Z',
        image: `${site}${image}`,
        isAccessibleForFree: true,
        mainEntityOfPage: `${site}/learn/law/questions/what`,
        inLanguage: 'en',
      },
      {
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Home', item: site },
          { '@type': 'ListItem', position: 2, name: 'Subjects', item: `${site}/learn` },
          { '@type': 'ListItem', position: 3, name: 'Law', item: `${site}/learn/law` },
          { '@type': 'ListItem', position: 4, name: 'What?' },
        ],
      },
    ])
  })

  test('has a date of change only if it really changed', () => {
    assert.equal(article(question()).dateModified, undefined)
    assert.equal(article(question({}, { updated: '2026-01-15' })).dateModified, undefined)
    assert.equal(article(question({}, { updated: '2026-02-01' })).dateModified, '2026-02-01T00:00:00Z')
  })

  test('has no description if the author wrote none: the page does not show an excerpt of its own answer', () => {
    assert.equal(article(question({}, { excerpted: true })).description, undefined)
  })

  test('does not guess from a name whether an author is a person or an organization', () => {
    const author = (slug: string, authorName: string) =>
      (article(question({ author: slug, authorName })).author as { '@type': string })['@type']
    assert.equal(author('ada-press', 'Ada Press'), 'Person')
    assert.equal(author('quicktakes', 'QuickTakes'), 'Organization')
  })

  test('names its canonical address', () => {
    const copy = question({ canonicalId: 2, canonical: { subject: 'physics', slug: 'what' } })
    assert.equal(article(copy).mainEntityOfPage, 'http://localhost:3000/learn/physics/questions/what')
  })

  test('is a QAPage only if a student asked', () => {
    assert.equal(build(question()).length, 2)
    const page = build(question({}, { asked_by_student: true }))[2]
    assert.equal(page?.['@type'], 'QAPage')
    assert.match(JSON.stringify(page), /"answerCount":1,.*"acceptedAnswer":\{"@type":"Answer","text":"An answer\."/)
  })

  const answers: [markdown: string, text: string][] = [
    ['It is *strange*[^1].\n\n[^1]: A footnote.', 'It is strange. A footnote.'],
    ['Rest has $E = mc^2$, and\n\n$$T = \\frac{a+b}{2}$$', 'Rest has E = mc², and T = (a + b)/2'],
    ['See [this](/learn) ![a picture](/images/a.png)<!-- not yet -->', 'See this a picture'],
    ['## Why\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |', 'Why one two a b 1 2'],
    ['```js\nif (a < b) c()\n```', 'if (a < b) c()'],
  ]
  for (const [markdown, expected] of answers) {
    test(`a QAPage has the answer as plain text: ${JSON.stringify(markdown)}`, async () => {
      const answer = { text: markdown, breaks: 'real' } as const
      const data = build(question({ answer }, { asked_by_student: true }))[2] as StructuredData
      const { text } = (data.mainEntity as { acceptedAnswer: { text: string } }).acceptedAnswer
      assert.equal(text, expected)
      const { html } = await renderAnswer(answer)
      const page = {
        text: `What? QuickTakes ${toVisibleText(html)}`,
        days: new Set(['2026-01-15']),
      }
      assert.deepEqual(validateData(JSON.stringify(data), page), [])
    })
  }
})

const lawList = {
  topics: [],
  letters: [],
  subject: { slug: 'law', title: hostile, badge: 'La', description: hostile, questions: 1 },
  list: {
    questions: [{ ...question({ title: hostile, description: hostile }), titleHtml: null }],
    page: 1,
    pages: 1,
    total: 1,
  },
}

describe('whatever authors write', () => {
  const answer = { text: `\`${hostile.replaceAll('`', '')}\``, breaks: 'real' as const }
  const fields = { title: hostile, description: hostile, authorName: hostile, subjectTitle: hostile, answer }
  const asked = question(fields, { asked_by_student: true, question: hostile })
  const all = [
    ...toQuestionData(asked, image),
    ...toSubjectData({ ...lawList, order: 'newest' }),
    ...toAuthorData({ author: { slug: 'a', name: hostile }, list: lawList.list, newest: [] }),
    ...toHomeData(),
  ]
  for (const [index, data] of all.entries()) {
    test(`${data['@type']} ${index} stays one script and round-trips`, () => {
      const text = serializeData(data)
      assert.doesNotMatch(text, /[<\u2028\u2029]/)
      const tree = fromHtml(`<main><script type="application/ld+json">${text}</script><p>After</p></main>`)
      assert.deepEqual(
        selectAll('main *', tree).map(({ tagName }) => tagName),
        ['script', 'p'],
      )
      const read = toText(select('script', tree) ?? { type: 'root', children: [] })
      assert.deepEqual(JSON.parse(read), JSON.parse(JSON.stringify(data)))
    })
  }

  test('the hostile text is in them', () => {
    const times = all.map((data) => JSON.stringify(data).split(JSON.stringify(hostile).slice(1, -1)).length - 1)
    assert.deepEqual(
      times.slice(0, 6).map((count) => count > 0),
      Array(6).fill(true),
    )
  })
})
