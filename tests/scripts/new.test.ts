import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { type FrontMatter, parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { toQuestionSlug } from '@/lib/core/names'
import { main as compileContent } from '@/scripts/content'
import { main } from '@/scripts/new'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const toLibrary = () =>
  new TemporaryLibrary({
    'physics/what-is-breakeven-energy.md': toQuestionFile('What is break-even energy?', { id: 41 }),
    'law/what-is-tort.md': toQuestionFile('What is tort?', { id: 7, subject: 'Law: the basics' }),
    './subjects/art.yml': 'title: "Art & #design"\n',
  })

/** Every file of a library except those of its store, which every command updates. */
const listAll = (library: TemporaryLibrary) =>
  readdirSync(library.root, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('content.db'))
    .sort()

const read = (library: TemporaryLibrary, file: string) =>
  parseFrontMatter(readFileSync(library.toPath(file), 'utf8')) as FrontMatter

test('the names of existing files follow from their titles without punctuation', () => {
  let files = 0
  for (const file of readdirSync('content/learn', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.md')) continue
    const { fields } = parseFrontMatter(readFileSync(path.join('content/learn', file), 'utf8')) as FrontMatter
    assert.equal(toQuestionSlug(String(fields.title)), path.basename(file, '.md'))
    files += 1
  }
  assert.ok(files > 50)
  assert.equal(toQuestionSlug('  Poincaré’s “n+1”\t— why?  '), 'poincares-n1-why')
})

test('what to do next is a command that can be copied, wherever the content is', async () => {
  const library = toLibrary()
  const contentDir = path.join(library.root, 'our content #1')
  renameSync(library.contentDir, contentDir)
  const { status, stdout } = await runOn(library, main, 'Why?', '--subject', 'physics', '--content', contentDir)
  assert.equal(status, 0)
  assert.match(stdout, /\n2\. npm run check -- "[^"]*\/our content #1\/learn\/physics\/why\.md"\n/)
})

test('writes a complete file with the next number, which compiles, and says what to do next', async () => {
  const library = toLibrary()
  const { status, stdout } = await runOn(library, main, 'What is  a dipole–dipole force?', '--subject', 'Physics')
  assert.equal(status, 0)
  assert.match(stdout, /learn\/physics\/what-is-a-dipole-dipole-force\.md/)
  assert.match(stdout, /http:\/\/localhost:4500\/learn\/physics\/questions\/what-is-a-dipole-dipole-force/)
  const { fields, body } = read(library, 'physics/what-is-a-dipole-dipole-force.md')
  const title = 'What is a dipole–dipole force?'
  const { seo, date, ...rest } = fields
  assert.match(String(date), new RegExp(`^${new Date().toISOString().slice(0, 9)}`))
  assert.deepEqual(Object.keys(seo as object), ['title', 'page_description', 'page_keywords'])
  assert.deepEqual(rest, {
    _schema: 'default',
    id: 42,
    title,
    article_title: title,
    date_format: 'MMM DD, YYYY',
    post_on_text: 'Posted on',
    author: 'QuickTakes',
    question: title,
    subject: 'Physics',
    file_name: 'what-is-a-dipole-dipole-force.md',
    url: '/learn/physics/questions/what-is-a-dipole-dipole-force',
  })
  for (const paragraph of body.trim().split('\n\n')) assert.match(paragraph, /TODO:/)
  assert.deepEqual((await library.compile()).findings, [])
})

test('the first question of a subject gets the subject’s name from its file', async () => {
  const library = toLibrary()
  assert.equal((await runOn(library, main, 'What is art?', '--subject', 'art')).status, 0)
  assert.equal(read(library, 'art/what-is-art.md').fields.subject, 'Art & #design')
  assert.equal((await runOn(library, main, 'What is law?', '--subject', 'law')).status, 0)
  assert.equal(read(library, 'law/what-is-law.md').fields.subject, 'Law: the basics')
})

for (const [present, asked, file] of [
  ['What is C#?', 'What is C++?', 'what-is-c-plus-plus'],
  ['What is C?', 'What is C#?', 'what-is-c-sharp'],
  ['What is α-decay?', 'What is β-decay?', 'what-is-beta-decay'],
  ['What is?', 'What is π?', 'what-is-pi'],
  ['什么是力？', '什么是熵？', 'shi-me-shi-shang'],
] as const) {
  test(`${asked} is another question than ${present}, at an address of its own`, async () => {
    const library = toLibrary()
    // An existing file, named without punctuation.
    library.write(`law/${toQuestionSlug(present) || 'shenme'}.md`, toQuestionFile(present))
    const { status, stdout, stderr } = await runOn(library, main, asked, '--subject', 'law')
    assert.equal(status, 0, stderr)
    assert.equal(read(library, `law/${file}.md`).fields.url, `/learn/law/questions/${file}`)
    assert.match(stdout, new RegExp(`learn/law/${file}\\.md`))
  })
}

test('--slug chooses the address; one that is taken is refused, naming the file that has it', async () => {
  const library = toLibrary()
  const ask = (title: string, slug: string) => runOn(library, main, title, '--subject', 'law', '--slug', slug)
  assert.equal((await ask('¿?', 'nothing-but-marks')).status, 0)
  assert.equal(read(library, 'law/nothing-but-marks.md').fields.file_name, 'nothing-but-marks.md')
  const taken = await ask('What is wrong?', 'what-is-tort')
  assert.equal(taken.status, 1)
  assert.match(taken.stderr, /“what-is-tort” is taken by “What is tort\?” in .*law\/what-is-tort\.md[\s\S]*--slug NAME/)
  for (const slug of ['', 'A', '../x', 'ä', '-x', `${'x'.repeat(201)}`]) {
    const { status, stderr } = await ask('What is wrong?', slug)
    assert.deepEqual([slug, status, stderr.includes('--slug')], [slug, 2, true])
  }
})

test('a title whose script would make the address too long is refused, with a hint to --slug', async () => {
  const { status, stderr } = await runOn(toLibrary(), main, '熵'.repeat(60), '--subject', 'law')
  assert.deepEqual([status, /the limit is 200\. .*--slug/.test(stderr)], [2, true], stderr)
})

for (const [asked, named] of [
  ['What is Newton second law of motion?', ['newton']],
  ['Explain Newton’s second law of motion', ['newton']],
  ['What is the third law of thermodynamics?', []],
  ['What is a dipole?', []],
] as const) {
  test(`${asked} names ${named.length === 0 ? 'no similar question' : `the similar ${named.join()}`}`, async () => {
    const library = toLibrary()
    library.write('physics/newton.md', toQuestionFile('What is Newton’s second law of motion?'))
    library.write('physics/ohm.md', toQuestionFile('What is Ohm’s law?'))
    for (let index = 0; index < 30; index += 1)
      library.write(`physics/q${index}.md`, toQuestionFile(`What is the law of topic${index} and of other${index}?`))
    const { status, stdout } = await runOn(library, main, asked, '--subject', 'physics')
    assert.equal(status, 0)
    const similar = [...stdout.matchAll(/^ {2}“.*” {2}.*\/([\w-]+)\.md$/gm)].map(([, name]) => name)
    assert.deepEqual(similar, named)
  })
}

for (const [title, subject, twin] of [
  ['what is breakeven ENERGY', 'law', 'physics/what-is-breakeven-energy.md'],
  ['What is (tort)!', 'physics', 'law/what-is-tort.md'],
  ['What is tört?', 'law', 'law/what-is-tort.md'],
] as const) {
  test(`${title} exists already: status 1, its file is named, nothing is written`, async () => {
    const library = toLibrary()
    await runOn(library, compileContent)
    const before = listAll(library)
    const { status, stderr } = await runOn(library, main, title, '--subject', subject)
    assert.equal(status, 1)
    assert.match(stderr, new RegExp(`learn/${twin}`))
    assert.deepEqual(listAll(library), before)
  })
}

for (const title of [
  '../../../etc/passwd',
  '"; rm -rf / #',
  'a: b # c & *d !e %f @g `h`',
  '--- title: x',
  '- [ ] {x: y}',
  '| a > |',
  String.raw`\n is \nabla "quoted" 'twice' \ `,
  '</script ><script>alert(1)</script>',
  '$(touch x) `whoami` %0a',
  'true',
  '🧲 magnets?',
  `${'long '.repeat(39)}end?`,
]) {
  test(`the title ${JSON.stringify(title.slice(0, 40))} is read back unchanged, from its subject’s folder`, async () => {
    const library = toLibrary()
    await library.compile()
    const before = listAll(library)
    const { status, stderr } = await runOn(library, main, '--subject', 'physics', '--', title)
    assert.equal(status, 0, stderr)
    const [file = '', ...others] = listAll(library).filter((name) => !before.includes(name))
    assert.match(file, /^content\/learn\/physics\/[a-z0-9-]+\.md$/)
    assert.deepEqual(others, [])
    assert.equal(read(library, file.replace('content/learn/', '')).fields.title, title.trim())
    assert.deepEqual((await library.compile()).findings, [])
  })
}

test('a title that begins with a hyphen is not taken for an option after “--”', async () => {
  const library = toLibrary()
  assert.equal((await runOn(library, main, '--subject', 'physics', '--', '--help me: why?')).status, 0)
  assert.equal(read(library, 'physics/help-me-why.md').fields.title, '--help me: why?')
})

for (const [what, ...args] of [
  ['no title', '--subject', 'physics'],
  ['no subject', 'What is it?'],
  ['two titles', 'What', 'is', '--subject', 'physics'],
  ['an unknown option', 'What is it?', '--subject', 'physics', '--colour', 'red'],
  ['an empty title', '  ', '--subject', 'physics'],
  ['a title without letters', '¿?', '--subject', 'physics'],
  ['a title too long for a file name', 'long '.repeat(60), '--subject', 'physics'],
  ['a title that reverses the text direction', 'What is \u202e it?', '--subject', 'physics'],
  ['an unknown subject', 'What is it?', '--subject', 'alchemy'],
  ['a subject outside the content folder', 'What is it?', '--subject', '../../outside'],
  ['a subject that is a path', 'What is it?', '--subject', 'physics/../../../x'],
  ['an empty subject', 'What is it?', '--subject', ''],
] as const) {
  test(`${what}: status 2, a sentence, nothing written`, async () => {
    const library = toLibrary()
    const before = listAll(library)
    const { status, stdout, stderr } = await runOn(library, main, ...args)
    assert.equal(status, 2)
    assert.equal(stdout, '')
    assert.match(stderr, /^[A-Z“].{10,}/)
    assert.doesNotMatch(stderr, / at .*:\d+:\d+/)
    assert.deepEqual(listAll(library), before)
  })
}

test('an unknown subject: the nearest is suggested, the known ones are listed', async () => {
  const { stderr } = await runOn(toLibrary(), main, 'What is it?', '--subject', 'Phisics')
  assert.match(stderr, /Did you mean physics\?/)
  assert.match(stderr, /art, law, physics/)
})

test('a subject folder that is a symbolic link is not written to', async () => {
  const library = toLibrary()
  mkdirSync(path.join(library.root, 'outside'))
  symlinkSync(path.join(library.root, 'outside'), library.toPath('art'))
  assert.equal((await runOn(library, main, 'What is art?', '--subject', 'art')).status, 2)
  assert.deepEqual(readdirSync(path.join(library.root, 'outside')), [])
})

test('an invalid file that is already at the address is named and left alone', async () => {
  const library = toLibrary()
  library.write('physics/what-is-mass.md', 'broken')
  const { status, stderr } = await runOn(library, main, 'What is mass?', '--subject', 'physics')
  assert.equal(status, 2)
  assert.match(stderr, /what-is-mass\.md already exists/)
  assert.equal(readFileSync(library.toPath('physics/what-is-mass.md'), 'utf8'), 'broken')
})

/** Runs the command on a terminal, and types each answer once its question is shown. */
async function converse(library: TemporaryLibrary, ...turns: [question: string, answer: string][]) {
  const command = `${process.execPath} --import tsx scripts/new.ts`
  const env = { ...process.env, CONTENT_DIR: library.contentDir, CONTENT_DB: library.dbFile }
  const terminal = spawn('script', ['-qec', command, '/dev/null'], { env })
  const exit = once(terminal, 'exit')
  let shown = ''
  let unanswered = ''
  for await (const data of terminal.stdout.setEncoding('utf8')) {
    shown += data
    unanswered += data
    const [next] = turns
    if (!next || !unanswered.includes(next[0])) continue
    terminal.stdin.write(next[1])
    turns.shift()
    unanswered = ''
  }
  const [status] = await exit
  return { status, shown }
}

test('on a terminal it asks for what is missing until the answer is valid', async () => {
  const library = toLibrary()
  const title = 'as a student would ask it:'
  const subject = 'Its subject:'
  const left = await converse(library, [title, 'What is spin?\n'], [subject, '\u0004'])
  assert.match(left.shown, /Nothing was written/)
  const { status, shown } = await converse(
    library,
    [title, '\n'],
    [title, 'What is spin?\n'],
    [subject, 'physic\n'],
    [subject, 'physics\n'],
  )
  assert.equal(status, 0, shown)
  assert.match(shown, /The title is empty[\s\S]*The subjects are: art, law, physics[\s\S]*Did you mean physics\?/)
  assert.equal(read(library, 'physics/what-is-spin.md').fields.title, 'What is spin?')
})

test('refuses a name that Windows reserves for a device', async () => {
  for (const args of [['Con?'], ['What is a console?', '--slug', 'aux']]) {
    const library = toLibrary()
    const before = listAll(library)
    const { status, stderr } = await runOn(library, main, ...args, '--subject', 'Physics')
    assert.equal(status, 2)
    assert.match(stderr, /is a reserved device name on Windows.*--slug/)
    assert.deepEqual(listAll(library), before)
  }
})
