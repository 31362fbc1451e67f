import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { chooseFormat } from '@/lib/check/formats/choose'
import { createGithubFormat } from '@/lib/check/formats/github'
import { createSummary } from '@/lib/check/formats/summary'
import { rules } from '@/lib/check/registry'
import type { ReportedFinding } from '@/lib/core/finding'

const folder = mkdtempSync(path.join(tmpdir(), 'formats-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** What a stranger may put into a file's name and so into messages. */
const hostile: ReportedFinding = {
  path: 'content/a%,b:c\r\n::error::d?#/ü.md',
  line: 3,
  column: 5,
  rule: 'html',
  severity: 'warning',
  message: 'A “message” with 100 %\n::set-output name=a::b\x1b[2J\u202etxt',
}
const plain: ReportedFinding = {
  path: 'content/learn/law/a.md',
  line: 1,
  column: 1,
  rule: 'yaml',
  severity: 'error',
  message: 'Wrong.',
  fix: [],
}

function print(name: string, findings: ReportedFinding[]): string {
  const format = chooseFormat(name)
  assert.ok(format)
  return format.begin() + findings.map((finding) => format.finding(finding, 'law')).join('') + format.end()
}

test('text: one line per finding, and no control character reaches the terminal', () => {
  const lines = print('text', [plain, hostile]).split('\n')
  assert.equal(lines.length, 3)
  assert.equal(lines[0], 'content/learn/law/a.md:1:1 error yaml  Wrong.')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression is there to find them
  assert.doesNotMatch(lines[1] ?? '', /[\x00-\x1f\u202e]/)
})

test('json: a list, even if it is empty', () => {
  assert.deepEqual(JSON.parse(print('json', [])), [])
  const toJson = ({ fix, severity: level, ...rest }: ReportedFinding) => ({
    ...rest,
    level,
    fixable: fix !== undefined,
  })
  assert.deepEqual(JSON.parse(print('json', [plain, hostile])), [toJson(plain), toJson(hostile)])
})

const printForGithub = (findings: ReportedFinding[]) => {
  const summaryFile = path.join(folder, `summary-${findings.length}`)
  const format = createGithubFormat(summaryFile)
  const printed = format.begin() + findings.map((finding) => format.finding(finding, 'law')).join('') + format.end()
  return { lines: printed.trimEnd().split('\n'), summary: readFileSync(summaryFile, 'utf8') }
}

test('github: one command per finding, whatever names and messages contain', () => {
  const { lines, summary } = printForGithub([hostile, plain])
  assert.deepEqual(lines, [
    '::warning file=content/a%25%2Cb%3Ac%0D%0A%3A%3Aerror%3A%3Ad?#/ü.md,line=3,col=5,title=html::A “message” with 100 %25%0A::set-output name=a::b\x1b[2J\u202etxt',
    '::error file=content/learn/law/a.md,line=1,col=1,title=yaml::Wrong.',
  ])
  for (const line of summary.split('\n').filter((written) => /Wrong|message/.test(written))) assert.match(line, /^ {4}/)
})

test('github: as many of each severity as are shown, all in the summary, the errors first', () => {
  const toMany = (finding: ReportedFinding, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...finding, line: index + 1 }))
  const { lines, summary } = printForGithub([...toMany(hostile, 12), ...toMany(plain, 40)])
  const count = (start: string) => lines.filter((line) => line.startsWith(start)).length
  assert.deepEqual([count('::error '), count('::warning ')], [10, 10])
  assert.deepEqual(lines.slice(20), [
    '30 more of severity “error” are in the summary of this step.',
    '2 more of severity “warning” are in the summary of this step.',
  ])
  const found = summary.split('\n').filter((line) => line.startsWith('    '))
  assert.deepEqual([found.length, found.slice(0, 40).every((line) => line.includes(' error yaml '))], [52, true])
  assert.match(summary, /### error: 40\n[\s\S]*### warning: 12\n/)
})

test('github: a summary is no longer than GitHub takes, and says what it leaves out; without findings it says so', () => {
  const message = '🧲'.repeat(500)
  const many = Array.from({ length: 5000 }, (_, index) => ({ ...plain, line: index + 1, message }))
  const { summary } = printForGithub(many)
  assert.ok(Buffer.byteLength(summary) < 1024 * 1024)
  const shown = summary.split('\n').filter((line) => line.startsWith('    ')).length
  assert.ok(shown > 200)
  assert.match(summary, new RegExp(`\n${5000 - shown} more: `))
  assert.match(printForGithub([]).summary, /Nothing was found/)
})

test('sarif: a log of version 2.1.0 whose results name their rules and places', () => {
  const log = JSON.parse(print('sarif', [hostile, plain]))
  assert.equal(log.version, '2.1.0')
  const [run] = log.runs
  assert.deepEqual(
    run.tool.driver.rules.map(({ id }: { id: string }) => id),
    rules.map(({ name }) => name),
  )
  for (const rule of run.tool.driver.rules) {
    assert.match(rule.defaultConfiguration.level, /^(?:error|warning|note)$/)
    assert.ok(rule.shortDescription.text && rule.help.text)
  }
  assert.equal(run.results.length, 2)
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId)
    const { artifactLocation, region } = result.locations[0].physicalLocation
    assert.ok(URL.canParse(artifactLocation.uri, 'file:///'))
    assert.doesNotMatch(artifactLocation.uri, /[\s?#]/)
    assert.ok(region.startLine >= 1 && region.startColumn >= 1)
  }
  assert.deepEqual(JSON.parse(print('sarif', [])).runs[0].results, [])
})

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1']

test('csv: one row per finding, each cell text to a spreadsheet and never a formula', () => {
  const findings = [
    hostile,
    plain,
    ...formulas.map((message) => ({ ...plain, path: message, message: `${message}","=2` })),
  ]
  const rows = parseCsv(print('csv', findings))
  assert.equal(rows.length, findings.length + 1)
  assert.deepEqual(rows[0], ['level', 'rule', 'subject', 'path', 'line', 'column', 'message', 'fixable'])
  assert.deepEqual(rows[1], ['warning', 'html', 'law', hostile.path, '3', '5', hostile.message, 'no'])
  for (const [index, row] of rows.slice(3).entries()) {
    assert.equal(row[3], `'${formulas[index]}`)
    assert.equal(row[6], `'${formulas[index]}","=2`)
  }
})

/** The rows of RFC 4180, as a spreadsheet reads them. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

test('summary: how many findings each rule and each subject has', () => {
  const summarize = (name: string, findings: [ReportedFinding, string][]) => {
    const format = createSummary(name)
    assert.ok(format)
    const printed = format.begin() + findings.map(([finding, subject]) => format.finding(finding, subject)).join('')
    return printed + format.end()
  }
  const found: [ReportedFinding, string][] = [
    [hostile, 'law'],
    [plain, 'law'],
    [plain, 'art'],
    [plain, 'law'],
    [{ ...plain, severity: 'notice', rule: 'answer-short' }, ''],
  ]
  assert.equal(
    summarize('text', found),
    `By rule
  error yaml           3  law 2, art 1
  warning html         1  law 1
  notice answer-short  1  (no subject) 1

By subject
  law           3  2 errors, 1 warnings, 0 notices
  art           1  1 errors, 0 warnings, 0 notices
  (no subject)  1  0 errors, 0 warnings, 1 notices
`,
  )
  assert.deepEqual(parseCsv(summarize('csv', found)).slice(0, 2), [
    ['level', 'rule', 'subject', 'findings'],
    ['error', 'yaml', 'law', '2'],
  ])
  assert.deepEqual(JSON.parse(summarize('json', found))[0], {
    level: 'error',
    rule: 'yaml',
    subject: 'law',
    findings: 2,
  })
  assert.equal(createSummary('sarif'), undefined)
})
