import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { parseSettings } from '@/lib/core/settings'

test('every setting has a default', () => {
  assert.deepEqual(parseSettings({}), {
    aiCrawlers: 'allow',
    contentDir: path.resolve('content'),
    contentDb: path.resolve('.content/content.db'),
    cspReportUri: undefined,
    databaseUrl: undefined,
    drainSeconds: 0,
    indexNowKey: undefined,
    logAddresses: false,
    logRequests: false,
    metricsPort: undefined,
    pageCacheMb: 48,
    port: 3000,
    renderThreads: 1,
    repositoryBranch: 'main',
    repositoryUrl: undefined,
    searchesPerMinute: 600,
    searchMsPerMinute: 6_000,
    searchPercent: 50,
    securityContact: undefined,
    siteName: 'QuickTakes Learn',
    siteUrl: 'http://localhost:3000',
    trustedProxies: 0,
    webConcurrency: 1,
  })
})

test('an empty setting is the same as none', () => {
  assert.equal(parseSettings({ SITE_NAME: '', PORT: '' }).siteName, 'QuickTakes Learn')
})

test('the address of the site loses what is not its origin', () => {
  assert.equal(parseSettings({ SITE_URL: 'https://learn.example.org/' }).siteUrl, 'https://learn.example.org')
})

test('the address of the repository loses what is copied along', () => {
  for (const given of ['https://github.com/o/n', 'https://github.com/o/n/', 'https://me@github.com/o/n.git']) {
    assert.equal(parseSettings({ REPOSITORY_URL: given }).repositoryUrl, 'https://github.com/o/n')
  }
})

for (const [name, value] of [
  ['AI_CRAWLERS', 'maybe'],
  ['CSP_REPORT_URI', 'https://example.org/x; script-src data:'],
  ['LOG_REQUESTS', 'yes'],
  ['METRICS_PORT', '0'],
  ['SECURITY_CONTACT', 'me'],
  ['INDEXNOW_KEY', 'a key'],
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PAGE_CACHE_MB', 'much'],
  ['PAGE_CACHE_MB', '0'],
  ['SEARCHES_PER_MINUTE', '0'],
  ['SEARCH_MS_PER_MINUTE', '0'],
  ['SEARCH_PERCENT', '0'],
  ['DRAIN_SECONDS', '-1'],
  ['TRUSTED_PROXIES', 'one'],
  ['WEB_CONCURRENCY', '0'],
  ['WEB_CONCURRENCY', '1.5'],
  ['WEB_CONCURRENCY', 'auto'],
  ['SITE_URL', 'learn.example.org'],
  ['REPOSITORY_URL', 'http://github.com/owner/name'],
  ['REPOSITORY_URL', 'https://github.com/owner'],
  ['REPOSITORY_URL', 'javascript:alert(1)//a/b'],
  ['REPOSITORY_BRANCH', 'main><script>'],
  ['SITE_URL', 'javascript:alert(1)'],
] as const) {
  test(`${name}=${value} stops with a sentence that names it`, () => {
    assert.throws(
      () => parseSettings({ [name]: value }),
      new RegExp(`^Error: A setting .* ${name}="${value.replace(/[(){}|]/g, '\\$&')}"`),
    )
  })
}

test('a command with a bad setting ends with the sentence alone, and status 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/prepare.ts'], {
    encoding: 'utf8',
    env: { ...process.env, PORT: 'eighty' },
  })
  assert.equal(status, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /^A setting in the environment cannot be used\. PORT="eighty": [^\n]+\n$/)
})

test('the address of a database may name several hosts; a bad one is told in a sentence without its password', () => {
  for (const given of ['postgres://me@one/library', 'postgresql://me:pw@one:5432,two:5433/library?sslmode=require']) {
    assert.equal(parseSettings({ DATABASE_URL: given }).databaseUrl, given)
  }
  for (const given of ['mysql://me:secret@one/library', 'postgres://me:secret@one', 'postgres://me:secret@/library']) {
    assert.throws(
      () => parseSettings({ DATABASE_URL: given }),
      /^Error: A setting in the environment cannot be used\. DATABASE_URL=…: must be an address such as [^;]*$/,
    )
  }
})
