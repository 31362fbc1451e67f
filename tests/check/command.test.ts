import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { initRepository } from '../init-repository'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { runCheck } from './run-check'

const body =
  'Heat is energy on its way from a warm body to a cold one, and it is measured in joules like any other energy.'
/** A question with nothing wrong, and with a text of its own. */
const good = (title: string, words = title.split(' ').at(-1)) =>
  toQuestionFile(title, {}, Array.from({ length: 30 }, (_, index) => `${words}${index}`).join(' '))
const places = (lines: string[]) => lines.map((line) => line.split('  ')[0])

test('a clean library: nothing is printed, status 0', async () => {
  const { status, stdout, stderr } = await runCheck(new TemporaryLibrary({ 'physics/heat.md': good('What is heat?') }))
  assert.equal(stdout, '')
  assert.equal(status, 0)
  assert.match(stderr, /^1 files checked: 0 errors, 0 warnings; \d+ ms\.\n$/)
})

test('the command runs wherever the project is, even below a folder whose name has URL characters', () => {
  const library = new TemporaryLibrary({ 'physics/heat.md': good('What is heat?') })
  const project = path.join(library.root, 'pröject #1 50% a')
  for (const part of ['lib', 'scripts', 'contentlayer.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(part, path.join(project, part), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'))
  const command = ['--import', 'tsx', 'scripts/check.ts', '--content', library.contentDir]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: project, encoding: 'utf8' })
  assert.deepEqual([status, stdout], [0, ''], stderr)
  assert.match(stderr, /^1 files checked: 0 errors, 0 warnings/)
})

test('the status is 0 with warnings only, 1 with an error', async () => {
  const library = new TemporaryLibrary({
    'physics/heat.md': toQuestionFile('What is heat?', {}, `The the end. ${body}`),
  })
  const warned = await runCheck(library)
  assert.deepEqual([warned.status, places(warned.lines)], [0, ['physics/heat.md:6:5 warning double-word']])
  const raised = await runCheck(library, '--rule', 'double-word=error')
  assert.deepEqual([raised.status, places(raised.lines)], [1, ['physics/heat.md:6:5 error double-word']])
  assert.equal((await runCheck(library, '--rule', 'double-word=off')).stdout, '')
})

test('--only: what one rule finds, its notices too; others are counted apart and never fail', async () => {
  const library = new TemporaryLibrary({
    'physics/heat.md': toQuestionFile('What is heat?', { seo: { page_description: 'Short.' } }, `The the end. ${body}`),
  })
  const all = await runCheck(library)
  assert.deepEqual([all.status, places(all.lines)], [0, ['physics/heat.md:7:5 warning double-word']])
  assert.match(
    all.stderr,
    /0 errors, 1 warnings; .*\n1 notice of taste: description-length 1\. “--only RULE” lists them\./,
  )
  const only = await runCheck(library, '--only', 'description-length')
  assert.deepEqual(places(only.lines), ['physics/heat.md:4:27 notice description-length'])
  assert.deepEqual(places((await runCheck(library, '--only', 'yaml')).lines), [])
  const both = await runCheck(library, '--only', 'double-word', '--only', 'description-length')
  assert.equal(both.lines.length, 2)
  const raised = await runCheck(library, '--rule', 'description-length=error', '--rule', 'double-word=notice')
  assert.deepEqual([raised.status, places(raised.lines)], [1, ['physics/heat.md:4:27 error description-length']])
  const { stdout } = await runCheck(library, '--summary', '--format', 'json')
  assert.deepEqual(
    JSON.parse(stdout).map((count: { rule: string; subject: string }) => `${count.subject} ${count.rule}`),
    ['physics description-length', 'physics double-word'],
  )
  const { stdout: table } = await runCheck(library, '--format', 'csv')
  assert.match(table, /^\uFEFF"level","rule".*\r\n"notice","description-length","physics",/)
})

test('notices that need a comparison of files are computed only if they are listed, or excepted', async () => {
  const related = { related_article1: { url: '/learn/physics/questions/planets' } }
  const text = (word: string) => Array.from({ length: 30 }, (_, index) => `${word}${index}`).join(' ')
  const library = (front: object) =>
    new TemporaryLibrary({
      'physics/planets.md': toQuestionFile('Why do planets orbit stars?', {}, text('sphere')),
      'chemistry/yeast.md': toQuestionFile('What does yeast in bread live on?', {}, text('sugar')),
      'chemistry/bread.md': toQuestionFile('What lets yeast raise bread?', { ...related, ...front }, text('dough')),
    })
  const place = 'chemistry/bread.md:4:27 notice related-unlike'
  const plain = library({})
  const counted = await runCheck(plain)
  assert.deepEqual([places(counted.lines), /related-unlike/.test(counted.stderr)], [[], false])
  const one = await runCheck(plain, path.join(plain.contentDir, 'learn/chemistry/bread.md'))
  assert.match(one.stderr, /1 notice of taste: related-unlike 1\./)
  assert.deepEqual(places((await runCheck(plain, '--only', 'related-unlike')).lines), [place])
  const raised = await runCheck(plain, '--rule', 'related-unlike=warn')
  assert.deepEqual(places(raised.lines), [place.replace('notice', 'warning')])
  assert.match((await runCheck(plain, '--format', 'json')).stdout, /"related-unlike"/)
  // An exception whose rule does not run would be reported as unused.
  assert.deepEqual((await runCheck(library({ check_off: ['related-unlike'] }))).lines, [])
  assert.match((await runCheck(library({ check_off: ['related-title'] }))).stdout, / exception /)
})

test('--only with --fix fixes what that rule finds', async () => {
  const library = new TemporaryLibrary({
    'physics/heat.md': toQuestionFile('What is heat?', {}, `The the end. ##x ${body}`).trimEnd(),
  })
  await runCheck(library, '--fix', '--only', 'double-word')
  const text = readFileSync(library.toPath('physics/heat.md'), 'utf8')
  assert.ok(text.includes('\nThe end.') && !text.endsWith('\n'), text)
})

test('wrong use: status 2 and a message', async () => {
  const library = new TemporaryLibrary({ 'physics/heat.md': good('What is heat?') })
  const wrong: [RegExp, ...string[]][] = [
    [/--format takes text, json, github, sarif, csv, html; found “xml”/, '--format', 'xml'],
    [/there is no rule “double-words”\. Did you mean “double-word”\?/, '--rule', 'double-words=off'],
    [/expected off, notice, warn or error for double-word, found “loud”/, '--rule', 'double-word=loud'],
    [/a file that breaks yaml cannot be published, so it stays an error/, '--rule', 'yaml=off'],
    [/--format takes text, csv, json; found “sarif”/, '--summary', '--format', 'sarif'],
    [/--only: there is no rule “yam”\. Did you mean “yaml”\?/, '--only', 'yam'],
    [/give --only or --baseline, not both/, '--only', 'yaml', '--baseline', 'x'],
    [/There is no nowhere\.md\./, 'nowhere.md'],
    [/package\.json is not content/, 'package.json'],
    [/--update-baseline needs --baseline FILE/, '--update-baseline'],
    [/There is no baseline at .*\. Create it with --update-baseline/, '--baseline', path.join(library.root, 'none')],
    [/There is no content folder at/, '--content', '/nowhere/at/all'],
    [/is not a content folder: there is no folder “learn” in it/, '--content', library.root],
    [/--changed needs git, but .* is not in a repository/, '--changed'],
    [/npm run check \[-- PATH…/, '--colour'],
  ]
  for (const [message, ...args] of wrong) {
    const { status, stderr, stdout } = await runCheck(library, ...args)
    assert.deepEqual([status, stdout], [2, ''], args.join(' '))
    assert.match(stderr, message)
  }
})

test('PATH: only that file or folder is reported, compared with the whole library', async () => {
  const library = new TemporaryLibrary({
    'physics/heat.md': good('What is heat?', 'warm '),
    'physics/cold.md': good('What is cold?', 'ice '),
    'law/a.md': good('What is heat', 'court '),
  })
  await runCheck(library)
  const { lines } = await runCheck(library, library.toPath('law/a.md'))
  assert.deepEqual(places(lines), ['law/a.md:2:9 error title-unique'])
  assert.match(lines[0] ?? '', /learn\/physics\/heat\.md:2:9 has the same title/)
  assert.deepEqual(places((await runCheck(library, library.toPath('physics'))).lines), [
    'physics/heat.md:2:9 error title-unique',
  ])
})

test('another file that changed is read again, even if only one file is checked', async () => {
  const heat = '/learn/physics/questions/heat'
  const library = new TemporaryLibrary({
    'physics/heat.md': good('What is heat?', 'warm '),
    'physics/cold.md': toQuestionFile('What is cold?', toRelated(heat), `${body} ice ice ice`),
  })
  const checkCold = async () => places((await runCheck(library, library.toPath('physics/cold.md'))).lines)
  assert.deepEqual(await checkCold(), [])
  library.write('physics/heat.md', toQuestionFile('What is heat?', { no_index: true }, `${body} warm`))
  assert.deepEqual(await checkCold(), ['physics/cold.md:4:27 warning related-no-index'])
  library.remove('physics/heat.md')
  assert.deepEqual(await checkCold(), ['physics/cold.md:4:27 error related-dead'])
  library.write('physics/heat.md', good('What is heat?', 'warm '))
  assert.deepEqual(await checkCold(), [])
})

test('--changed: what differs from where the branch left main, and links to what was removed', async () => {
  const library = new TemporaryLibrary({
    'physics/heat.md': good('What is heat?', 'warm '),
    'physics/cold.md': toQuestionFile('What is cold?', toRelated('/learn/physics/questions/heat'), `${body} ice`),
    'physics/bad.md': good('What is TODO?', 'bad'),
  })
  const git = initRepository(library.root)
  git('add', 'content')
  git('commit', '-q', '-m', 'All')
  assert.deepEqual((await runCheck(library, '--changed')).lines, [])

  git('checkout', '-q', '-b', 'mine')
  library.write('physics/new.md', good('What is TBD?', 'new'))
  assert.deepEqual(places((await runCheck(library, '--changed')).lines), ['physics/new.md:2:17 error placeholder'])
  git('add', 'content')
  git('commit', '-q', '-m', 'New')
  assert.deepEqual(places((await runCheck(library, '--changed')).lines), ['physics/new.md:2:17 error placeholder'])
  assert.deepEqual((await runCheck(library, '--changed', 'mine')).lines, [])
  assert.deepEqual(places((await runCheck(library, '--changed=main')).lines), ['physics/new.md:2:17 error placeholder'])

  library.remove('physics/heat.md')
  library.write('physics/new.md', good('What is new?', 'new '))
  const { lines } = await runCheck(library, '--changed')
  assert.deepEqual(places(lines), ['physics/cold.md:4:27 error related-dead'])

  for (const base of ['nowhere', '--output=/tmp/x', '$(touch x)', '; true']) {
    const { status, stderr } = await runCheck(library, `--changed=${base}`)
    assert.equal(status, 2, base)
    assert.match(stderr, /^git finds no branch, tag or commit “/)
  }
})

test('--fix fixes, keeps every other byte, and does nothing a second time', async () => {
  const wrong =
    '\ufeff---\r\ntitle: What is heat?\r\ndate: 2026-01-15\nreviewedby: Ada\n---\r\n\r\n##Causes\n\nHeat to the the cold.\\n\\nEnd \t here. ' +
    body
  const library = new TemporaryLibrary({ 'physics/heat.md': wrong, 'physics/cold.md': good('What is cold?') })
  const { stderr } = await runCheck(library, '--fix')
  assert.match(stderr, /7 fixed/)
  const fixed = readFileSync(library.toPath('physics/heat.md'), 'utf8')
  assert.equal(
    fixed,
    `---\ntitle: What is heat?\ndate: 2026-01-15\nreviewed_by: Ada\n---\n\n## Causes\n\nHeat to the cold.\n\nEnd \t here. ${body}\n`,
  )
  assert.match((await runCheck(library, '--fix')).stderr, /0 errors, 0 warnings; 0 fixed/)
  assert.equal(readFileSync(library.toPath('physics/heat.md'), 'utf8'), fixed)
})

test('--fix writes the line ends of the file if those are not to be fixed', async () => {
  const library = new TemporaryLibrary({ 'physics/heat.md': good('What is heat?').trimEnd().replaceAll('\n', '\r\n') })
  await runCheck(library, '--fix', '--rule', 'line-end=off')
  assert.equal(readFileSync(library.toPath('physics/heat.md'), 'utf8'), good('What is heat?').replaceAll('\n', '\r\n'))
})

test('a link to an unreadable file is not reported as dead: the mistake is reported in that file', async () => {
  const heat = '/learn/physics/questions/heat'
  const library = new TemporaryLibrary({
    'physics/heat.md': 'no front matter\n',
    'physics/cold.md': toQuestionFile(
      'What is cold?',
      { canonical: heat, ...toRelated(heat) },
      `[heat](${heat}) ${body}`,
    ),
  })
  assert.deepEqual(places((await runCheck(library)).lines), ['physics/heat.md:1:1 error front-matter'])
})

test('content/check.yml sets a library’s own levels, and the command line overrides them', async () => {
  const library = new TemporaryLibrary({
    './check.yml': 'rules:\n  double-word: error\n  html: off\n',
    'physics/heat.md': toQuestionFile('What is heat?', {}, `The the <font> end. ${body}`),
  })
  assert.deepEqual(places((await runCheck(library)).lines), ['physics/heat.md:6:5 error double-word'])
  assert.deepEqual(places((await runCheck(library, '--rule', 'double-word=off', '--rule', 'html=warn')).lines), [
    'physics/heat.md:6:9 warning html',
  ])
  const wrong: [settings: string, message: RegExp][] = [
    ['rules:\n  double-words: off\n', /^check\.yml: there is no rule “double-words”\. Did you mean “double-word”\?/],
    ['rules:\n  yaml: off\n', /^check\.yml: a file that breaks yaml cannot be published/],
    ['levels: {}\n', /^check\.yml: “levels” is not a known field; expected “rules”, “phrases”, “lines”, “spelling”/],
    ['rules: [html]\n', /^check\.yml: expected below “rules” one rule per line/],
    ['rules:\n\thtml: off\n', /^check\.yml: .*line 2/],
  ]
  for (const [settings, message] of wrong) {
    library.write('./check.yml', settings)
    const { status, stderr } = await runCheck(library)
    assert.equal(status, 2, settings)
    assert.match(stderr, message)
  }
})
