import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toBadges } from '@/lib/core/badges'

const named = (...titles: string[]) =>
  titles.map((title) => ({ slug: title.toLowerCase().replaceAll(' ', '-'), title }))

test('badges are two letters of a title, and unique', () => {
  const badges = toBadges(
    named('Biostatistics', 'Biology', 'Bioethics', 'Computer Science', 'History of the World', '物理'),
  )
  assert.deepEqual(Object.fromEntries(badges), {
    物理: '物理',
    biology: 'Bi',
    bioethics: 'Bo',
    biostatistics: 'Bs',
    'computer-science': 'CS',
    'history-of-the-world': 'HW',
  })
})

test('the order of subjects does not matter, and a longer title takes no badge away', () => {
  const some = named('Ecology', 'Economics', 'Engineering', 'Education Studies', 'Environmental science')
  const badges = toBadges(some)
  assert.deepEqual(toBadges([...some].reverse()), badges)
  assert.equal(new Set([...badges.values()].map((badge) => badge.toLowerCase())).size, some.length)
  const more = toBadges([...some, ...named('Environmental and ecological studies', 'Electrical engineering')])
  for (const [slug, badge] of badges) assert.equal(more.get(slug), badge, slug)
})

test('titles that leave no choice have a badge too', () => {
  const badges = toBadges([...named('C', 'Of'), { slug: 'x1', title: '!?' }, { slug: 'x2', title: 'C' }])
  assert.deepEqual(Object.fromEntries(badges), { c: 'C', of: 'Of', x1: 'X1', x2: 'C' })
})
