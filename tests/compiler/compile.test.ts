import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const counts = ({ files, parsed, unchanged, removed }: Awaited<ReturnType<TemporaryLibrary['compile']>>) => ({
  files,
  parsed,
  unchanged,
  removed,
})

/** Makes a file's times old enough that size and times prove it unchanged, as they are for almost every file. */
const age = (library: TemporaryLibrary, ...files: string[]) => {
  const anHourAgo = Date.now() / 1000 - 3600
  for (const file of files) utimesSync(library.toPath(file), anHourAgo, anHourAgo)
}

test('a compile parses only what changed', async (t) => {
  const library = new TemporaryLibrary({
    'physics/a.md': toQuestionFile('A?'),
    'physics/b.md': toQuestionFile('B?'),
    'law/c.md': toQuestionFile('C?'),
  })
  age(library, 'physics/a.md', 'physics/b.md', 'law/c.md')
  assert.deepEqual(counts(await library.compile()), { files: 3, parsed: 3, unchanged: 0, removed: 0 })

  await t.test('nothing changed: nothing parsed, nothing written', async () => {
    const before = library.dump()
    assert.deepEqual(counts(await library.compile()), { files: 3, parsed: 0, unchanged: 3, removed: 0 })
    // The files are so new that they were read again, which is recorded.
    assert.deepEqual({ ...library.dump(), file: before.file }, before)
  })

  await t.test('touched but unchanged: not parsed', async () => {
    utimesSync(library.toPath('physics/a.md'), new Date(), new Date())
    assert.deepEqual(counts(await library.compile()), { files: 3, parsed: 0, unchanged: 3, removed: 0 })
  })

  await t.test('changed within the same second and size: parsed', async () => {
    library.write('physics/a.md', toQuestionFile('Z?'))
    assert.deepEqual(counts(await library.compile()), { files: 3, parsed: 1, unchanged: 2, removed: 0 })
    assert.equal(library.open().getQuestion({ subject: 'physics', slug: 'a' })?.title, 'Z?')
  })

  await t.test('changed, size and modification time forged: still parsed', async () => {
    const anHourAgo = Date.now() / 1000 - 3600
    library.write('physics/a.md', toQuestionFile('Y?'))
    utimesSync(library.toPath('physics/a.md'), anHourAgo, anHourAgo)
    assert.equal((await library.compile()).parsed, 1)
    assert.equal(library.open().getQuestion({ subject: 'physics', slug: 'a' })?.title, 'Y?')
  })

  await t.test('added, deleted', async () => {
    library.write('law/d.md', toQuestionFile('D?'))
    library.remove('physics/b.md')
    assert.deepEqual(counts(await library.compile()), { files: 3, parsed: 1, unchanged: 2, removed: 1 })
    assert.equal(library.open().getQuestion({ subject: 'physics', slug: 'b' }), undefined)
    assert.deepEqual(
      library
        .open()
        .listSubjects()
        .map(({ slug, questions }) => [slug, questions]),
      [
        ['law', 2],
        ['physics', 1],
      ],
    )
  })

  await t.test('renamed into another subject', async () => {
    renameSync(library.toPath('law/d.md'), library.toPath('physics/d.md'))
    assert.deepEqual(counts(await library.compile()), { files: 3, parsed: 1, unchanged: 2, removed: 1 })
    assert.equal(library.open().getQuestion({ subject: 'law', slug: 'd' }), undefined)
    assert.equal(library.open().getQuestion({ subject: 'physics', slug: 'd' })?.title, 'D?')
  })

  await t.test('moved into a folder below its subject: the address stays', async () => {
    mkdirSync(library.toPath('physics/part-1'))
    renameSync(library.toPath('physics/d.md'), library.toPath('physics/part-1/d.md'))
    const report = await library.compile()
    assert.deepEqual(report.findings, [])
    assert.deepEqual(counts(report), { files: 3, parsed: 1, unchanged: 2, removed: 1 })
    assert.equal(library.open().getQuestion({ subject: 'physics', slug: 'd' })?.title, 'D?')
    assert.equal(library.open().getSubject('physics')?.questions, 2)
  })

  await t.test('removing a folder removes its questions', async () => {
    renameSync(library.toPath('physics'), `${library.root}/physics`)
    assert.equal((await library.compile()).removed, 2)
    assert.deepEqual(
      library
        .open()
        .listSubjects()
        .map(({ slug }) => slug),
      ['law'],
    )
    assert.equal(library.open().countQuestions(), 1)
  })
})

test('a compile of some files looks at no others', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?'), 'law/b.md': toQuestionFile('B?') })
  await library.compile()
  library.write('law/a.md', toQuestionFile('A, edited?'))
  library.write('law/b.md', toQuestionFile('B, edited?'))
  library.write('law/c.md', toQuestionFile('C?'))
  assert.deepEqual(counts(await library.compile({ only: ['learn/law/a.md', 'learn/law/c.md'] })), {
    files: 2,
    parsed: 2,
    unchanged: 0,
    removed: 0,
  })
  library.remove('law/c.md')
  assert.equal((await library.compile({ only: ['learn/law/c.md', 'learn/law/never-was.md'] })).removed, 1)
  const { getQuestion, countQuestions } = library.open()
  assert.equal(getQuestion({ subject: 'law', slug: 'a' })?.title, 'A, edited?')
  assert.equal(getQuestion({ subject: 'law', slug: 'b' })?.title, 'B?')
  assert.equal(countQuestions(), 2)
  const refused = await library.compile({ only: ['learn/law/notes.txt', 'learn/law/.swap.md', 'learn/law'] })
  assert.deepEqual(refused.findings, [])
  assert.equal((await library.compile()).parsed, 1)
})

test('files that vanish while others are read are left out', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `law/q${index + 100}.md`)
  const library = new TemporaryLibrary(Object.fromEntries(names.map((name) => [name, toQuestionFile(`${name}?`)])))
  const removeLast = () => rmSync(library.toPath('law/q299.md'), { force: true })
  assert.deepEqual(counts(await library.compile({ onProgress: removeLast })), {
    files: 199,
    parsed: 199,
    unchanged: 0,
    removed: 0,
  })
  // Files of the last two seconds are read again anyway, older ones only if they have changed.
  for (const name of names.slice(0, -1)) library.write(name, toQuestionFile(`${name}, again?`))
  const removeNext = () => rmSync(library.toPath('law/q298.md'), { force: true })
  const { files, removed } = await library.compile({ onProgress: removeNext })
  assert.deepEqual({ files, removed }, { files: 198, removed: 1 })
  assert.equal(library.open().countQuestions(), 198)
})

test('a broken file leaves the store as it was, until it is fixed', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?'), 'law/b.md': toQuestionFile('B?') })
  await library.compile()
  const before = library.dump()

  library.write('law/a.md', toQuestionFile('A, better?'))
  library.write('law/b.md', '---\ntitle: "B?\n---\nText\n')
  const broken = await library.compile()
  assert.equal(broken.published, false)
  assert.equal(broken.findings.length, 1)
  assert.deepEqual(library.dump(), before)

  const partly = await library.compile({ keepGoing: true })
  assert.equal(partly.published, true)
  assert.equal(library.open().getQuestion({ subject: 'law', slug: 'a' })?.title, 'A, better?')
  assert.equal(library.open().getQuestion({ subject: 'law', slug: 'b' })?.title, 'B?', 'the last good version')
  assert.equal((await library.compile({ keepGoing: true })).findings.length, 1, 'reported until it is fixed')

  library.write('law/b.md', toQuestionFile('B, fixed?'))
  const fixed = await library.compile()
  assert.deepEqual(fixed.findings, [])
  assert.equal(fixed.parsed, 1)
  assert.equal(library.open().getQuestion({ subject: 'law', slug: 'b' })?.title, 'B, fixed?')
})
