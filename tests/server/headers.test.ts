import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

/** The headers of a page under the given settings, in a process of its own, since they are read only once. */
function readHeaders(environment: Record<string, string>): Record<string, string> {
  const program = `import { toPageHeaders } from '@/lib/server/page-headers'
console.log(JSON.stringify(toPageHeaders('<head></head>')))`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { encoding: 'utf8', env: { ...process.env, ...environment } },
  )
  assert.equal(stderr, '')
  return JSON.parse(stdout)
}

test('browsers are told to use only HTTPS if the site has it, and not otherwise', () => {
  const secure = readHeaders({ SITE_URL: 'https://learn.example.org' })
  assert.equal(secure['strict-transport-security'], 'max-age=31536000')
  const plain = readHeaders({ SITE_URL: 'http://learn.example.org' })
  assert.equal(plain['strict-transport-security'], undefined)
  for (const headers of [secure, plain]) assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
})

test('violations of a page’s policy are reported to CSP_REPORT_URI, and nowhere else', () => {
  const reported = readHeaders({ CSP_REPORT_URI: 'https://example.org/csp' })
  assert.match(reported['content-security-policy'] ?? '', /; report-uri https:\/\/example\.org\/csp; report-to csp;/)
  assert.equal(reported['reporting-endpoints'], 'csp="https://example.org/csp"')
  const silent = readHeaders({})
  assert.doesNotMatch(silent['content-security-policy'] ?? '', /report/)
  assert.equal(silent['reporting-endpoints'], undefined)
})
