import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLostAddress } from '@/lib/core/lost-address'

test('guesses what an unknown address was meant to be', () => {
  const cases: [string, ReturnType<typeof parseLostAddress>][] = [
    ['/learn/law/questions/what-is-tort', { kind: 'question', subject: 'law', slug: 'what-is-tort' }],
    ['/learn/law/questions/2024-05-01-what-is-tort', { kind: 'question', subject: 'law', slug: 'what-is-tort' }],
    ['/learn/law/What_is%20Tort.html', { kind: 'question', subject: 'law', slug: 'what-is-tort' }],
    ['/what-is-tort', { kind: 'subject', subject: undefined, slug: 'what-is-tort' }],
    ['/blog/2024/05/what-is-tort/', { kind: 'subject', subject: undefined, slug: 'what-is-tort' }],
    ['/learn/phisics', { kind: 'subject', subject: undefined, slug: 'phisics' }],
    ['/learn/phisics/page/7', { kind: 'subject', subject: undefined, slug: 'phisics' }],
    ['/learn/phisics/a-z/page/7', { kind: 'subject', subject: undefined, slug: 'phisics' }],
    ['/learn/law/topics/tort-low', { kind: 'topic', subject: 'law', slug: 'tort-low' }],
    ['/authors/ada-lovelac', { kind: 'author', subject: undefined, slug: 'ada-lovelac' }],
    ['/physics', { kind: 'subject', subject: undefined, slug: 'physics' }],
    ['/%D0%BB%D0%B5%D1%81', { kind: 'subject', subject: undefined, slug: 'лес' }],
    // Addresses that no reader has typed.
    ['/', undefined],
    ['/wp-login.php', undefined],
    ['/.env', undefined],
    ['/12/34', undefined],
    ['/ab', undefined],
    ['/%ff', undefined],
    [`/${'a'.repeat(400)}`, undefined],
  ]
  for (const [path, expected] of cases) assert.deepEqual(parseLostAddress(path), expected, path)
})
