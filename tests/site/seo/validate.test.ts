import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validateData } from '@/lib/site/seo/validate'

const shown = { text: 'Home › Law What? By QuickTakes Posted on JAN 15 Why. Learn', days: new Set(['2026-01-15']) }

const organization = { '@type': 'Organization', name: 'QuickTakes', url: 'https://a.example/authors/quicktakes' }
const article = {
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: 'What?',
  description: 'Why.',
  author: organization,
  publisher: { ...organization, name: 'Learn' },
  datePublished: '2026-01-15T00:00:00Z',
  image: 'https://a.example/image.png',
  mainEntityOfPage: 'https://a.example/what',
}
const crumbs = {
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: [
    { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://a.example' },
    { '@type': 'ListItem', position: 2, name: 'Law' },
  ],
}

test('valid data has no problems', () => {
  assert.deepEqual(validateData(JSON.stringify(article), shown), [])
  assert.deepEqual(validateData(JSON.stringify(crumbs), shown), [])
})

const wrong: [string, object, RegExp][] = [
  ['a property is missing', { ...article, headline: undefined }, /^Article has no headline$/],
  ['a text is empty', { ...article, headline: '' }, /^Article has no headline$/],
  [
    'a text is not on the page',
    { ...article, description: 'Otherwise.' },
    /^Article.description is not shown on the page/,
  ],
  [
    'a name further in is not on the page',
    { ...article, author: { ...organization, name: 'Ada' } },
    /^Organization.name is not shown/,
  ],
  ['an address is relative', { ...article, image: '/image.png' }, /^Article.image is not an absolute address/],
  [
    'an address among several is relative',
    { ...article, image: ['https://a.example/a.png', 'b.png'] },
    /image is not an absolute/,
  ],
  [
    'a date has no zone',
    { ...article, datePublished: '2026-01-15T00:00:00' },
    /^Article.datePublished is not an ISO date/,
  ],
  ['a date is only a day', { ...article, datePublished: '2026-01-15' }, /^Article.datePublished is not an ISO date/],
  [
    'a date is none',
    { ...article, datePublished: '2026-13-45T00:00:00Z' },
    /^Article.datePublished is not an ISO date/,
  ],
  [
    'a date is not shown',
    { ...article, dateModified: '2026-02-01T00:00:00Z' },
    /^Article.dateModified is not a date that the page/,
  ],
  ['the type is not used', { ...article, '@type': 'FAQPage' }, /^has the type FAQPage/],
  ['the context is missing', { ...article, '@context': undefined }, /^has no @context/],
  [
    'breadcrumbs have one item',
    { ...crumbs, itemListElement: crumbs.itemListElement.slice(0, 1) },
    /fewer than two items/,
  ],
  [
    'positions have a gap',
    { ...crumbs, itemListElement: [crumbs.itemListElement[0], { ...crumbs.itemListElement[1], position: 3 }] },
    /has the position 3/,
  ],
  [
    'a crumb has no address',
    { ...crumbs, itemListElement: crumbs.itemListElement.map(({ item: _, ...rest }) => rest) },
    /item 1 lacks/,
  ],
]
for (const [name, data, expected] of wrong) {
  test(name, () => {
    const problems = validateData(JSON.stringify(data), shown)
    assert.equal(problems.length, 1, problems.join('\n'))
    assert.match(problems[0] ?? '', expected)
  })
}

test('invalid JSON is reported', () => {
  assert.match(validateData('{', shown).join(), /is not valid JSON/)
  assert.deepEqual(validateData('[]', shown), ['is not an object'])
})
