import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'libsql'
import { escapeXml } from '@/lib/site/seo/xml'
import { prepareSitemaps } from '@/lib/store/read/sitemaps'
import { listRows } from '@/lib/store/schema/open'
import { mostInFile, toPlace, toRange } from '@/lib/store/schema/sitemap-range'
import { createTables } from '@/lib/store/schema/tables'
import { prepareSitemapWriter } from '@/lib/store/write/sitemap-writer'
import { Random } from '@/tools/corpus/random'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

type Library = ReturnType<TemporaryLibrary['open']>

/** Everything that the files of the sitemap hold, and what is kept of each. */
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

/** The files that a set of slugs makes: the definition, by walking all of them. */
function toExpectedFiles(slugs: string[], number = 1): number[] {
  const [from, to] = toRange(number)
  const inside = slugs.filter((slug) => toPlace(slug) >= from && toPlace(slug) < to)
  if (inside.length <= mostInFile) return inside.length > 0 ? [number] : []
  return [...toExpectedFiles(inside, 2 * number), ...toExpectedFiles(inside, 2 * number + 1)]
}

test('a file that grows too large is divided, two that shrink are joined, and nothing else moves', () => {
  const store = new Database(':memory:')
  store.exec(createTables)
  store.exec('BEGIN')
  const slugs = Array.from({ length: 2.2 * mostInFile }, (_, index) => `question-${index}`)
  const add = (some: string[], version: number) => {
    const writer = prepareSitemapWriter(store, version)
    for (const slug of some) writer.setEntry('law', slug, { addresses: 1, modified: '2026-01-01' })
    writer.settle()
  }
  const remove = (some: string[], version: number) => {
    const writer = prepareSitemapWriter(store, version)
    for (const slug of some) writer.setEntry('law', slug, undefined)
    writer.settle()
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
    for (const file of files) assert.ok(file.slugs.length <= mostInFile)
    const counted = listRows<{ addresses: number }>(
      store.prepare('SELECT addresses FROM sitemap_file WHERE addresses > 0'),
    )
    assert.equal(
      counted.reduce((sum, { addresses }) => sum + addresses, 0),
      present.length,
    )
  }

  add(slugs.slice(0, mostInFile), 1)
  check(slugs.slice(0, mostInFile))
  add(slugs.slice(mostInFile), 2)
  check(slugs)
  const before = prepareSitemaps(store).listSitemapFiles()
  assert.ok(before.length >= 3)
  add(['one-more'], 3)
  const changed = prepareSitemaps(store)
    .listSitemapFiles()
    .filter(({ version }) => version === 3)
  assert.equal(changed.length, 1, 'one question more changes one file')
  remove(['one-more', ...slugs.slice(10)], 4)
  check(slugs.slice(0, 10))
  assert.deepEqual(toExpectedFiles(slugs.slice(0, 10)), [1])
  remove(slugs.slice(0, 10), 5)
  check([])
  assert.deepEqual(listRows(store.prepare('SELECT * FROM sitemap_file')), [])
})

test('whatever was edited, the sitemap is that of a library made anew', async () => {
  const random = new Random(11)
  const library = new TemporaryLibrary()
  const subjects = ['law', 'medicine', 'physics']
  const present = new Set<string>()
  for (let round = 0; round < 25; round += 1) {
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
    const anew = new TemporaryLibrary()
    await anew.compile({ contentDir: library.contentDir })
    assert.deepEqual(dump(library.open()), dump(anew.open()), `round ${round}`)
  }
})

test('an edit that search engines need not know of leaves the sitemap’s files as they were', async () => {
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

test('text in XML', () => {
  assert.equal(escapeXml(`a<b>&"'c`), 'a&lt;b&gt;&amp;&quot;&apos;c')
  assert.equal(escapeXml(']]>'), ']]&gt;')
  assert.equal(escapeXml('a\u0000b\u001fc\ud800d\uffffe'), 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe')
  assert.equal(escapeXml('😀\t\n'), '😀\t\n')
})
