import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toRobots } from '@/lib/seo/robots'

const crawlers = [
  'GPTBot',
  'OAI-SearchBot',
  'ChatGPT-User',
  'ClaudeBot',
  'PerplexityBot',
  'Google-Extended',
  'Applebot-Extended',
  'CCBot',
]

/** Whether robots.txt lets a crawler fetch a path: the longest rule of its own group counts, else of everybody's. */
function mayFetch(robots: string, crawler: string, path: string): boolean {
  const groups = robots
    .split('\n\n')
    .map((group) => group.split('\n').map((line) => line.split(': ') as [string, string]))
  const find = (name: string) =>
    groups.find((group) => group.some(([key, value]) => key === 'User-agent' && value === name))
  const rules = (find(crawler) ?? find('*') ?? []).filter(
    ([key, value]) => key === 'Disallow' && path.startsWith(value),
  )
  return rules.length === 0
}

test('the setting for crawlers of language models names all of them, and nobody else', () => {
  for (const crawler of [...crawlers, 'Googlebot', 'Bingbot']) {
    for (const path of ['/', '/learn/law/questions/a', '/_next/static/a.css', '/search', '/sitemap.xml']) {
      assert.ok(mayFetch(toRobots('allow'), crawler, path), `${crawler} ${path}`)
      assert.equal(mayFetch(toRobots('deny'), crawler, path), !crawlers.includes(crawler), `${crawler} ${path}`)
    }
    assert.ok(!mayFetch(toRobots('allow'), crawler, '/api/search'))
  }
  assert.match(toRobots('deny'), /^Sitemap: http:\/\/localhost:\d+\/sitemap\.xml$/m)
})
