import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listNearSlugs, measureSlugs } from '@/lib/search/near-slugs'
import { Random } from '@/tools/corpus/random'

const slug = 'why-is-the-sky-blue'
const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789-']

test('a slug with one slip has the original among its near slugs', () => {
  const random = new Random(3)
  for (let at = 0; at <= slug.length; at += 1) {
    const letter = random.pick(letters)
    const slips = [
      slug.slice(0, at) + slug.slice(at + 1),
      slug.slice(0, at) + letter + slug.slice(at),
      slug.slice(0, at) + letter + slug.slice(at + 1),
      slug.slice(0, at) + slug.slice(at + 1, at + 2) + slug.slice(at, at + 1) + slug.slice(at + 2),
    ]
    for (const slip of slips) assert.ok(listNearSlugs(slip).includes(slug), slip)
  }
})

test('the number of near slugs is bounded', () => {
  for (const length of [1, 10, 48, 49, 300, 10_000]) {
    const near = listNearSlugs('ab'.repeat(length / 2))
    assert.ok(near.length < 4_000 && near.join('').length < 200_000, `${length}: ${near.length}`)
  }
})

test('slugs are near if letters are wrong or a word is missing', () => {
  for (const [asked, found] of [
    ['why-is-teh-sky-bleu', slug],
    ['why-sky-blue', slug],
    ['sky-blue', slug],
    ['what-is-the-role-of-enzymes-in-digestion', 'what-is-the-role-of-enzymes-in-human-digestion'],
    ['role-of-enzmes-in-human-digestion', 'what-is-the-role-of-enzymes-in-human-digestion'],
    ['what-is-the-role-of-old-enzymes-in-human-digestion', 'what-is-the-role-of-enzymes-in-human-digestion'],
  ] as const)
    assert.notEqual(measureSlugs(asked, found), undefined, asked)
  for (const [asked, found] of [
    ['sky', slug],
    ['why-is-the-grass-green', slug],
    ['cell', 'bell'],
    ['enzymes-in-digestion', 'how-do-enzymes-speed-digestion-of-protein-in-the-stomach-of-cows'],
    ['', slug],
  ] as const)
    assert.equal(measureSlugs(asked, found), undefined, asked)
})
