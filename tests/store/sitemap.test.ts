import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'libsql'
import { escapeXml } from '@/lib/core/xml'
import { prepareSitemaps } from '@/lib/store/read/sitemaps'
import { listRows } from '@/lib/store/schema/open'
import { maxPerFile, toPlace, toRange } from '@/lib/store/schema/sitemap-files'
import { createIndexes, createTables } from '@/lib/store/schema/tables'
import { prepareSitemapFiles } from '@/lib/store/write/sitemap-files'
import { Random } from '@/tools/corpus/random'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

type Library = ReturnType<TemporaryLibrary['open']>

/** Everything that the files of the sitemap hold, and what is stored about each. */
function dump({ listSitemapFiles, listSitemapEntries }: Pick<Library, 'listSitemapFiles' | 'listSitemapEntries'>) {
  return listSitemapFiles().map(({ section, number, modified }) => {
    const slugs: string[] = []
    let entries = listSitemapEntries(section, number)
    for (; entries.length > 0; entries = listSitemapEntries(section, number, entries.at(-1))) {
      for (const { slug, addresses, modified: day } of entries) slugs.push(`${slug} ${addresses} ${day}`)
    }
    return { section, number, modified, slugs }
  })
}

test('the ranges of two halves are the range of the whole', () => {
  assert.deepEqual(toRange(1), [0, 2 ** 32])
  for (const file of [1, 2, 3, 5, 77]) {
    const [from, to] = toRange(file)
    assert.equal(toRange(2 * file)[0], from)
    assert.equal(toRange(2 * file)[1], toRange(2 * file + 1)[0])
    assert.equal(toRange(2 * file + 1)[1], to)
  }
})

/** The files that a set of slugs should have: by definition, computed from all of them. */
function toExpectedFiles(slugs: string[]): number[] {
  for (let first = 1; ; first *= 2) {
    const numbers = Array.from({ length: first }, (_, index) => first + index)
    const counts = numbers.map((number) => {
      const [from, to] = toRange(number)
      return slugs.filter((slug) => toPlace(slug) >= from && toPlace(slug) < to).length
    })
    if (counts.every((count) => count <= maxPerFile)) return numbers.filter((_, index) => counts[index])
  }
}

test('files that grow too large are divided, files that shrink are joined, and nothing else moves', () => {
  const store = new Database(':memory:')
  store.exec(createTables)
  store.exec(createIndexes)
  store.exec('BEGIN')
  const slugs = Array.from({ length: 2.2 * maxPerFile }, (_, index) => `question-${index}`)
  const insert = store.prepare(
    `INSERT INTO question (subject, slug, path, title, title_key, description, date, modified, place, author, author_name,
       title_identity, no_index, same_key, sense, short, id, canonical_id, answer, answer_breaks, details)
     SELECT 'law', ?1, '', '', '', '', '2026-01-01', '2026-01-01', ?2, '', '', 0, 0, ?1, 0, 0, id, id, '', '', ''
     FROM (SELECT coalesce(max(id), 0) + 1 AS id FROM question)`,
  )
  const drop = store.prepare("DELETE FROM question WHERE subject = 'law' AND slug = ?")
  const settle = (some: string[], version: number) =>
    prepareSitemapFiles(store, version).settle('law', some.map(toPlace))
  const add = (some: string[], version: number) => {
    for (const slug of some) insert.run(slug, toPlace(slug))
    settle(some, version)
  }
  const remove = (some: string[], version: number) => {
    for (const slug of some) drop.run(slug)
    settle(some, version)
  }
  const check = (present: string[]) => {
    const files = dump(prepareSitemaps(store))
    assert.deepEqual(
      files.map(({ number }) => number),
      toExpectedFiles(present).sort((a, b) => a - b),
    )
    const seen = files.flatMap((file) => file.slugs)
    assert.equal(seen.length, present.length)
    assert.equal(new Set(seen).size, present.length)
    for (const file of files) assert.ok(file.slugs.length <= maxPerFile)
    const counted = listRows<{ addresses: number }>(store.prepare('SELECT addresses FROM sitemap_file'))
    assert.equal(
      counted.reduce((sum, { addresses }) => sum + addresses, 0),
      present.length,
    )
  }

  add(slugs.slice(0, maxPerFile), 1)
  check(slugs.slice(0, maxPerFile))
  add(slugs.slice(maxPerFile), 2)
  check(slugs)
  const before = prepareSitemaps(store).listSitemapFiles()
  assert.ok(before.length >= 3)
  add(['one-more'], 3)
  const changed = prepareSitemaps(store)
    .listSitemapFiles()
    .filter(({ version }) => version === 3)
  assert.equal(changed.length, 1, 'one more question changes one file')
  remove(['one-more', ...slugs.slice(10)], 4)
  check(slugs.slice(0, 10))
  assert.deepEqual(toExpectedFiles(slugs.slice(0, 10)), [1])
  remove(slugs.slice(0, 10), 5)
  check([])
  assert.deepEqual(listRows(store.prepare('SELECT * FROM sitemap_file')), [])
})

test('after any edits, the sitemap equals that of a library built from scratch', async () => {
  const random = new Random(11)
  const library = new TemporaryLibrary()
  const subjects = ['law', 'medicine', 'physics']
  const present = new Set<string>()
  for (let round = 0; round < 12; round += 1) {
    for (let edit = 0; edit < 6; edit += 1) {
      const slug = `q${random.below(12)}`
      const file = `${random.pick(subjects)}/${slug}.md`
      if (present.has(file) && random.below(3) === 0) {
        library.remove(file)
        present.delete(file)
      } else {
        const fields = {
          date: `2026-01-${10 + random.below(9)}`,
          author: random.pick(['Ada', 'Grace']),
          ...(random.below(3) === 0 && { updated: `2026-02-${10 + random.below(9)}` }),
          ...(random.below(5) === 0 && { no_index: true }),
        }
        library.write(file, toQuestionFile(`Title ${slug}?`, fields, `Answer ${slug}.`))
        present.add(file)
      }
    }
    assert.deepEqual((await library.compile()).findings, [])
    const rebuilt = new TemporaryLibrary()
    await rebuilt.compile({ contentDir: library.contentDir })
    assert.deepEqual(dump(library.open()), dump(rebuilt.open()), `round ${round}`)
  }
})

test('an edit that does not concern search engines leaves the sitemap’s files unchanged', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?'), 'law/b.md': toQuestionFile('B?') })
  await library.compile()
  const before = library.open().listSitemapFiles()
  library.write('law/a.md', toQuestionFile('A?', {}, 'Other words, on the same day.'))
  await library.compile()
  assert.deepEqual(library.open().listSitemapFiles(), before)
  library.write('law/a.md', toQuestionFile('A?', { updated: '2026-05-05' }))
  await library.compile()
  const [, law] = library.open().listSitemapFiles()
  assert.equal(law?.modified, '2026-05-05')
  assert.ok(law.version > (before[1]?.version ?? 0))
  library.write('law/a.md', toQuestionFile('A?'))
  await library.compile()
  assert.equal(library.open().listSitemapFiles()[1]?.modified, '2026-01-15')
})

test('text in XML is escaped; characters that XML does not allow are replaced', () => {
  assert.equal(escapeXml(`a<b>&"'c`), 'a&lt;b&gt;&amp;&quot;&apos;c')
  assert.equal(escapeXml(']]>'), ']]&gt;')
  assert.equal(escapeXml('a\u0000b\u001fc\ud800d\uffffe'), 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe')
  assert.equal(escapeXml('😀\t\n'), '😀\t\n')
})
