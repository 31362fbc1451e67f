import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { main } from '@/scripts/edit'
import { runOn } from '../run-command'
import { TemporaryLibrary } from '../temporary-library'

const bytes = (library: TemporaryLibrary, file: string) => readFileSync(library.toPath(file), 'utf8')

/**
 * A file's text with changes marked as «before|after».
 */
const before = (marked: string) => marked.replace(/«([^|»]*)\|[^»]*»/g, '$1')
const after = (marked: string) => marked.replace(/«[^|»]*\|([^»]*)»/g, '$1')
const toFile = (rest: string) => `---\ntitle: A?\ndate: 2026-01-15\n${rest}---\n\nText  \n&nbsp;\n`

const cases: [what: string, args: string[], marked: string][] = [
  ['a word', ['--set', 'author=Ada'], 'author: «Bob|Ada»\n# who\nscore: -1.0 # none\n'],
  ['quotes', ['--set', 'author=Ada: "x"'], 'author: \'«Bob|Ada: "x"»\'\nscore:   1\n'],
  ['a block', ['--set', 'author=Ada'], 'author: >-\n    «Bob\n    and others|Ada»\n\nscore: 1\n'],
  ['a field without value', ['--set', 'author=Ada'], 'author:«| Ada»\nscore: 1\n'],
  ['a new field', ['--set', 'author=Ada', '--set', 'origin=human'], 'score: 1\n# end\n«|author: Ada\norigin: human\n»'],
  ['a number and a date', ['--set', 'id=7', '--set', 'updated=2026-02-01'], 'id: «"12"|7»\n«|updated: 2026-02-01\n»'],
  ['a number as a text', ['--set', 'author=12'], 'author: «Bob|"12"»\n'],
  [
    'a part',
    ['--set', 'seo.title=Heat'],
    'seo:\n    page_keywords: >-\n        a,\n        b\n«|    title: Heat\n»score: 1\n',
  ],
  ['a part of nothing', ['--set', 'seo.title=Heat'], 'score: 1\n«|seo:\n  title: Heat\n»'],
  ['no field', ['--unset', 'author'], '«author: >-\n  Bob\n  and others\n|»score: 1\n'],
  ['no list', ['--unset', 'sources'], '«sources:\n- a\n- b\n|»score: 1\n'],
  ['no part', ['--unset', 'seo.title'], 'seo:\n  page_keywords: a\n«  title: b\n|»score: 1\n'],
  ['the same', ['--set', 'author=Ada'], "author: 'Ada'\n"],
]

for (const [what, args, marked] of cases) {
  test(`${what}: set, and every other byte kept`, async () => {
    for (const toBytes of [(text: string) => text, (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
      const library = new TemporaryLibrary({ 'law/a.md': toBytes(toFile(before(marked))) })
      const { status, stderr } = await runOn(library, main, ...args, '--where', 'subject=law')
      assert.equal(status, 0, stderr)
      assert.equal(bytes(library, 'law/a.md'), toBytes(toFile(after(marked))))
    }
  })
}

test('only the questions that meet all conditions, among those named', async () => {
  const library = new TemporaryLibrary({
    'law/a.md': toFile('author: Bob\nsubject: Laws\n'),
    'law/b.md': toFile('author: Bob\nno_index: true\n'),
    'art/c.md': toFile('subject: law\nauthor: Bob\n'),
    'art/d.md': toFile('author: Eve\n'),
  })
  const run = async (...args: string[]) => {
    const { stdout, status } = await runOn(library, main, '--set', 'author=Ada', '--dry-run', ...args)
    assert.equal(status, 0)
    return [...new Set(stdout.match(/\w+\/\w\.md/g))].sort()
  }
  assert.deepEqual(await run('--where', 'subject=law'), ['art/c.md', 'law/a.md', 'law/b.md'])
  assert.deepEqual(await run('--where', 'subject=Laws'), ['law/a.md'])
  assert.deepEqual(await run('--where', 'author!=Bob'), ['art/d.md'])
  assert.deepEqual(await run('--where', 'no_index='), ['art/c.md', 'art/d.md', 'law/a.md'])
  assert.deepEqual(await run('--where', 'no_index!=', '--where', 'author=Bob'), ['law/b.md'])
  assert.deepEqual(await run('--where', 'author=Bob', library.toPath('art')), ['art/c.md'])
  assert.deepEqual(await run(library.toPath('art/d.md')), ['art/d.md'])
  assert.equal(bytes(library, 'law/a.md'), toFile('author: Bob\nsubject: Laws\n'))
})

test('a file that cannot be changed alone, or validly, is named and left; the others change; status 1', async () => {
  const flow = '---\n{ title: A?, date: 2026-01-15 }\n---\nText\n'
  const library = new TemporaryLibrary({
    'law/a.md': toFile('author: Bob\n'),
    'law/flow.md': flow,
    'law/broken.md': 'x',
  })
  const { status, stderr, stdout } = await runOn(library, main, '--set', 'author=Ada', '--where', 'subject=law')
  assert.equal(status, 1)
  assert.match(stderr, /flow\.md was left as it is\. “author” is written in a way/)
  assert.match(stderr, /broken\.md was left as it is\. .*cannot be read/)
  assert.match(stdout, /1 file changed, 2 files left as they are\./)
  assert.equal(bytes(library, 'law/flow.md'), flow)
  assert.equal(bytes(library, 'law/a.md'), toFile('author: Ada\n'))
  const bad = await runOn(library, main, '--set', 'date=soon', library.toPath('law/a.md'))
  assert.equal(bad.status, 1)
  assert.match(bad.stderr, /would make it invalid/)
  assert.equal(bytes(library, 'law/a.md'), toFile('author: Ada\n'))
})

const wrong: [message: RegExp, ...args: string[]][] = [
  [/Give --set/, '--where', 'subject=law'],
  [/Say which questions/, '--set', 'author=Ada'],
  [/no field “autor”/, '--set', 'autor=Ada', '--where', 'subject=law'],
  [/no field “autor”/, '--set', 'author=Ada', '--where', 'autor=x'],
  [/Expected FIELD=VALUE or/, '--set', 'author=Ada', '--where', 'author'],
  [/npm run rename/, '--set', 'url=/x', '--where', 'subject=law'],
  [/several values/, '--set', 'aliases=/x', '--where', 'subject=law'],
  [/expected true or false/, '--set', 'no_index=yes', '--where', 'subject=law'],
  [/expected a number/, '--set', 'id=x', '--where', 'subject=law'],
  [/--unset author/, '--set', 'author=', '--where', 'subject=law'],
]

test('wrong use: status 2, a sentence, nothing changed', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toFile('author: Bob\n') })
  for (const [message, ...args] of wrong) {
    const { status, stderr } = await runOn(library, main, ...args)
    assert.equal(status, 2, args.join(' '))
    assert.match(stderr, message)
  }
  assert.equal(bytes(library, 'law/a.md'), toFile('author: Bob\n'))
})
