import assert from 'node:assert/strict'
import { test } from 'node:test'
import robotsParser from 'robots-parser'
import { site } from '@/lib/core/site'
import { toRobots } from '@/lib/site/seo/robots'

const crawlers = 'GPTBot OAI-SearchBot ChatGPT-User ClaudeBot PerplexityBot Google-Extended Applebot-Extended CCBot'

test('the setting for crawlers of language models applies to all of them, and no others', () => {
  const [allowing, denying] = (['allow', 'deny'] as const).map((setting) =>
    robotsParser(`${site.url}/robots.txt`, toRobots(setting)),
  )
  for (const crawler of [...crawlers.split(' '), 'Googlebot', 'Bingbot']) {
    for (const path of ['/', '/learn/law/questions/a', '/_next/static/a.css', '/search', '/sitemap.xml']) {
      assert.equal(allowing?.isAllowed(site.url + path, crawler), true, `${crawler} ${path}`)
      assert.equal(denying?.isAllowed(site.url + path, crawler), !crawlers.includes(crawler), `${crawler} ${path}`)
    }
    assert.equal(allowing?.isAllowed(`${site.url}/api/search`, crawler), false)
  }
  assert.deepEqual(denying?.getSitemaps(), [`${site.url}/sitemap.xml`])
})
