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
  })
})

test('an empty setting counts as unset', () => {
  assert.equal(parseSettings({ SITE_NAME: '', PORT: '' }).siteName, 'QuickTakes Learn')
})

test('the site’s address is normalised to its origin', () => {
  for (const [given, expected] of [
    ['https://learn.example.org', 'https://learn.example.org'],
    ['https://learn.example.org/', 'https://learn.example.org'],
    ['HTTPS://Learn.Example.org:443', 'https://learn.example.org'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
  ] as const) {
    assert.equal(parseSettings({ SITE_URL: given }).siteUrl, expected)
  }
})

test('numbers are parsed strictly', () => {
  assert.equal(parseSettings({ PORT: '8080' }).port, 8080)
  assert.equal(parseSettings({ PAGE_CACHE_MB: '1.5' }).pageCacheMb, 1.5)
  assert.equal(parseSettings({ DRAIN_SECONDS: '0' }).drainSeconds, 0)
})

test('the security contact is an address or a mailbox', () => {
  for (const given of ['mailto:security@example.org', 'https://example.org/security?a#b', 'https://example.org']) {
    assert.equal(parseSettings({ SECURITY_CONTACT: given }).securityContact, given)
  }
})

test('the repository’s address is normalised', () => {
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
  // A part of these would be lost or misread.
  ['SITE_URL', 'https://x.org/sub'],
  ['SITE_URL', 'https://x.org//'],
  ['SITE_URL', 'https://x.org?'],
  ['SITE_URL', 'https://x.org/?a=b'],
  ['SITE_URL', 'https://x.org#top'],
  ['SITE_URL', ' https://x.org'],
  ['SITE_URL', 'https://x.org '],
  ['SITE_URL', 'https://x.org,https://y.org'],
  ['SITE_URL', 'https://'],
  ['SITE_URL', 'https:x.org'],
  ['SITE_URL', 'https://x.org:port'],
  ['SITE_URL', 'ftp://x.org'],
  ['SITE_URL', 'x.org'],
  ['REPOSITORY_URL', 'https://github.com/owner/name?tab=readme'],
  ['REPOSITORY_URL', 'https://github.com/owner/name#readme'],
  ['REPOSITORY_URL', 'https://github.com/owner/name '],
  ['REPOSITORY_URL', 'https://github.com/owner/name/tree/main'],
  ['SECURITY_CONTACT', ' https://example.org'],
  ['SECURITY_CONTACT', 'https://example.org /security'],
  ['SECURITY_CONTACT', 'mailto:'],
  ['SECURITY_CONTACT', 'mailto:a@x.org,b@x.org'],
  ['SITE_NAME', ' '],
  ['SITE_NAME', 'Learn '],
  ['PORT', '8080tcp'],
  ['PORT', '0x1f90'],
  ['PORT', '8e3'],
  ['PORT', ' 8080'],
  ['PORT', '3000.0'],
  ['DRAIN_SECONDS', ' '],
  ['DRAIN_SECONDS', '10s'],
  ['PAGE_CACHE_MB', '48MB'],
  ['PAGE_CACHE_MB', '4,8'],
  ['PAGE_CACHE_MB', 'Infinity'],
  ['TRUSTED_PROXIES', ' '],
  ['TRUSTED_PROXIES', '1,2'],
  ['LOG_REQUESTS', 'on '],
  ['AI_CRAWLERS', 'allow,deny'],
  ['INDEXNOW_KEY', '12345678 '],
  ['REPOSITORY_BRANCH', 'main '],
  ['CSP_REPORT_URI', '/reports#a'],
] as const) {
  test(`${name}=${value} is refused with a message that names it`, () => {
    assert.throws(
      () => parseSettings({ [name]: value }),
      new RegExp(`^Error: Invalid settings .* ${name}="${value.replace(/[(){}|?.]/g, '\\$&')}"`),
    )
  })
}

test('a user and a password in an address are refused, and not repeated in the message', () => {
  for (const [name, value] of [
    ['SITE_URL', 'https://me:secret@x.org'],
    ['SITE_URL', 'https://secret@x.org/'],
    ['REPOSITORY_URL', 'https://me:secret@github.com/owner/name'],
    ['SECURITY_CONTACT', 'https://me:secret@x.org'],
  ] as const) {
    assert.throws(
      () => parseSettings({ [name]: value }),
      ({ message }: Error) => message.includes(`${name}="https://…@`) && !message.includes('secret'),
    )
  }
})

test('a command with an invalid setting prints only the message, and exits with status 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/prepare.ts'], {
    encoding: 'utf8',
    env: { ...process.env, PORT: 'eighty' },
  })
  assert.equal(status, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /^Invalid settings in the environment\. PORT="eighty": [^\n]+\n$/)
})

test('a database address may name several hosts; the message for an invalid one does not repeat its password', () => {
  for (const given of ['postgres://me@one/library', 'postgresql://me:pw@one:5432,[::1]:5433/library?sslmode=require']) {
    assert.equal(parseSettings({ DATABASE_URL: given }).databaseUrl, given)
  }
  for (const given of [
    'mysql://me:secret@one/library',
    'postgres://me:secret@one',
    'postgres://me:secret@/library',
    'postgres://me:secret@one,,two/library',
    'postgres://me:secret@one/library?a#b',
    'postgres://me:secret@one:99999/library',
    'postgres://me:secret@one:5432,two:port/library',
    'postgres://me:secret@[::1/library',
  ]) {
    assert.throws(
      () => parseSettings({ DATABASE_URL: given }),
      /^Error: Invalid settings in the environment\. DATABASE_URL=…: must be an address such as [^;]*$/,
    )
  }
})
