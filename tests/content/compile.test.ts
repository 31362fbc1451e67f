import assert from 'node:assert/strict'
import { mkdirSync, renameSync, utimesSync } from 'node:fs'
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
    assert.equal(library.dump().split('\n')[2], before.split('\n')[2])
    assert.equal(library.dump().split('\n')[0], before.split('\n')[0], 'the sequence stands still')
  })

  await t.test('touched but equal: not parsed', async () => {
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

  await t.test('a folder that is gone takes its questions with it', async () => {
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

test('told which files to look at, a compile looks at no other', async () => {
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

test('a broken file leaves the store as it was, until it is mended', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?'), 'law/b.md': toQuestionFile('B?') })
  await library.compile()
  const before = library.dump()

  library.write('law/a.md', toQuestionFile('A, better?'))
  library.write('law/b.md', '---\ntitle: "B?\n---\nText\n')
  const broken = await library.compile()
  assert.equal(broken.published, false)
  assert.equal(broken.findings.length, 1)
  assert.equal(library.dump(), before)

  const partly = await library.compile({ keepGoing: true })
  assert.equal(partly.published, true)
  assert.equal(library.open().getQuestion({ subject: 'law', slug: 'a' })?.title, 'A, better?')
  assert.equal(library.open().getQuestion({ subject: 'law', slug: 'b' })?.title, 'B?', 'the last good version')
  assert.equal((await library.compile({ keepGoing: true })).findings.length, 1, 'reported until it is mended')

  library.write('law/b.md', toQuestionFile('B, mended?'))
  const mended = await library.compile()
  assert.deepEqual(mended.findings, [])
  assert.equal(mended.parsed, 1)
  assert.equal(library.open().getQuestion({ subject: 'law', slug: 'b' })?.title, 'B, mended?')
})

test('kept counts equal counted ones after any history', async () => {
  const library = new TemporaryLibrary()
  let seed = 7
  const topics = new Set<unknown>()
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  for (let round = 0; round < 20; round += 1) {
    for (let edit = 0; edit < 12; edit += 1) {
      const file = `${['law', 'physics', 'medicine'][random(3)]}/q${random(9)}.md`
      const links = { related_article1: { url: `/learn/law/questions/q${random(6)}` } }
      const linked = random(2) === 0 ? ` [See](/learn/law/questions/q${random(6)}).` : ''
      const words = ['Law of Torts', 'law of torts', 'C++', 'Bayes’ rule'].filter(() => random(3) > 0)
      const seo = { page_keywords: words.join(', ') }
      const fields = { seo, no_index: random(6) === 0, author: random(3) === 0 ? 'Ada' : 'QuickTakes', ...links }
      if (random(4) > 0) library.write(file, toQuestionFile('Same?', fields, `Answer ${random(2)}${linked}`))
      else if ((await import('node:fs')).existsSync(library.toPath(file))) library.remove(file)
    }
    await library.compile()
    const kept = library.dump()
    const fresh = new TemporaryLibrary()
    await fresh.compile({ contentDir: library.contentDir })
    assert.deepEqual(derived(kept), derived(fresh.dump()), `round ${round}`)
    topics.add(derived(kept).topics)
  }
  assert.ok(topics.size > 5, 'topics came and went')

  /** What is derived from all files together, without row numbers and the history of versions. */
  function derived(dump: string) {
    const tables = dump.split('\n')
    const [, , questions = '[]', inbound = '[]', subjects, subjectNames = '[]', authorNames = '[]', counts = '[]'] =
      tables
    const links = JSON.parse(tables.at(-1) ?? '[]') as { address: number; question_id: number }[]
    const tagged = JSON.parse(tables.at(-3) ?? '[]') as { topic: string; sort: string; question_id: number }[]
    const rows = JSON.parse(questions) as { id: number; path: string; owner_id: number }[]
    const paths = new Map(rows.map((row) => [row.id, row.path]))
    const owners = rows.map((row) => [row.path, paths.get(row.owner_id)]).sort()
    const used = (list: string) =>
      (JSON.parse(list) as { version?: number; uses?: number; links?: number; questions?: number }[])
        .filter((row) => (row.uses ?? row.links ?? row.questions) !== 0)
        .map(({ version: _, ...row }) => row)
    return {
      owners,
      inbound: used(inbound),
      subjects,
      subjectNames: used(subjectNames),
      authorNames: used(authorNames),
      counts: used(counts),
      searched: tables
        .slice(11, 14)
        .map((rows) => (JSON.parse(rows) as object[]).map((row) => Object.values(row).join()).sort()),
      tagged: tagged.map(({ topic, sort, question_id }) => `${topic} ${sort} ${paths.get(question_id)}`),
      topics: tables.at(-2),
      links: links.map(({ address, question_id }) => `${address} ${paths.get(question_id)}`).sort(),
    }
  }
})
