import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { load } from 'js-yaml'
import { z } from 'zod'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { type FrontMatter, parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { toFindingLine } from '@/lib/core/finding'
import { listEditorFiles } from '@/tools/editors/files'
import { TemporaryLibrary, toQuestionFile } from '../../temporary-library'

const { schema } = await generateSchema()
const files = listEditorFiles(schema)
const question = JSON.parse(files['schemas/question.schema.json'] ?? '')
const accepts = (fields: unknown) => z.fromJSONSchema(question).safeParse(fields).success

test('the editors’ files match contentlayer.config.ts: else run “npm run editors”', () => {
  for (const [file, text] of Object.entries(files)) assert.equal(readFileSync(file, 'utf8'), text, file)
})

test('the JSON Schema accepts the front matter of every file of the library', () => {
  let read = 0
  for (const file of readdirSync('content/learn', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.md')) continue
    const { fields } = parseFrontMatter(readFileSync(path.join('content/learn', file), 'utf8')) as FrontMatter
    assert.ok(accepts(fields), file)
    read += 1
  }
  assert.ok(read > 50)
})

const good = { title: 'A?', date: '2026-01-15' }

for (const [fields, valid] of [
  [good, true],
  [{ ...good, updated: '', seo: null, aliases: [], no_index: false, score: -1, origin: 'ai' }, true],
  [{ ...good, seo: { title: 'A', page_keywords: '' }, related_article5: { url: '/learn/a/questions/b' } }, true],
  [{ title: 'A?' }, false],
  [{ ...good, title: '' }, false],
  [{ ...good, date: '15.1.2026' }, false],
  [{ ...good, titel: 'A?' }, false],
  [{ ...good, seo: { titel: 'A?' } }, false],
  [{ ...good, id: '12' }, false],
  [{ ...good, no_index: 'yes' }, false],
  [{ ...good, origin: 'robot' }, false],
  [{ ...good, sources: 'a book' }, false],
  [{ ...good, sources: [1] }, false],
  [{ ...good, related_article1: { title: 'A?' } }, false],
] as const) {
  test(`the JSON Schema and the compiler agree on ${JSON.stringify(fields)}`, async () => {
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    const library = new TemporaryLibrary({ 'law/a.md': `---\n${lines.join('\n')}\n---\nText\n` })
    const { findings } = await library.compile()
    assert.equal(findings.length === 0, valid, findings.join('\n'))
    assert.equal(accepts(fields), valid)
  })
}

test('CloudCannon keeps every key of a file that it saves, and knows every field', () => {
  const config = load(files['cloudcannon.config.yml'] ?? '') as {
    collections_config: Record<'questions' | 'subjects', Collection>
  }
  const { questions, subjects } = config.collections_config
  const { path: file, ...options } = questions.schemas.default
  assert.ok(existsSync(file))
  for (const name of ['remove_extra_inputs', 'remove_empty_inputs', 'reorder_inputs', 'hide_extra_inputs'] as const) {
    assert.equal(options[name], false, name)
  }
  for (const name of Object.keys(question.properties)) assert.ok(questions._inputs[name], name)
  for (const name of ['seo.page_description', 'related_article5.url']) assert.ok(questions._inputs[name], name)
  assert.deepEqual(Object.keys(subjects._inputs), ['title', 'description', 'order'])
  // CloudCannon's date input writes a time of day, which the compiler refuses.
  assert.equal(questions._inputs.date?.type, 'text')
})

type Collection = {
  schemas: { default: Record<string, unknown> & { path: string } }
  _inputs: Record<string, { type: string }>
}

test('a file created by CloudCannon is valid once it has a title and a date', async () => {
  const draft = (files['schemas/default.md'] ?? '')
    .replace(/^date:$/m, 'date: 2026-01-15')
    .replace(/^title:$/m, 'title: A?')
  const library = new TemporaryLibrary({ 'law/a.md': draft })
  assert.deepEqual((await library.compile()).findings, [])
})

test('the snippet for a question is valid as inserted, and each field has a snippet', async () => {
  const snippets = JSON.parse(files['.vscode/question.code-snippets'] ?? '') as Record<string, { body: string[] }>
  const inserted = (snippets.question?.body ?? [])
    .join('\n')
    .replace('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', '2026-01-15')
    .replace(/\$\{\d:([^}]*)\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1')
  const library = new TemporaryLibrary({ 'law/a.md': inserted })
  assert.deepEqual((await library.compile()).findings, [])
  assert.match(inserted, /\$\$ v = \\frac\{s\}\{t\} \$\$/)
  for (const name of Object.keys(question.properties)) assert.ok(snippets[`field ${name}`], name)
})

test('the VS Code tasks parse the lines of findings', async () => {
  const text = readFileSync('.vscode/tasks.json', 'utf8').replace(/^\s*\/\/.*$/gm, '')
  const { tasks } = JSON.parse(text) as { tasks: { problemMatcher: { pattern: { regexp: string } } }[] }
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?', { date: 'never' }) })
  const { findings } = await library.compile()
  const line = findings[0] ?? ''
  for (const { problemMatcher } of tasks) {
    const [, file, ...rest] = new RegExp(problemMatcher.pattern.regexp).exec(line) ?? []
    assert.equal(file, 'law/a.md')
    assert.deepEqual(rest.slice(0, 4), ['3', '1', 'error', 'date'])
  }
  assert.equal(
    toFindingLine({ path: 'a.md', line: 1, column: 2, severity: 'error', rule: 'date', message: 'M' }),
    'a.md:1:2 error date  M',
  )
})
