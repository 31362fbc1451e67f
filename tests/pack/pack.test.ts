import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import Database from 'libsql'
import type { Subject } from '@/lib/core/types'
import { toNavigation } from '@/lib/pack/book-navigation'
import { main as pack } from '@/scripts/pack'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'

const epubcheck = '/usr/share/java/epubcheck.jar'
const noEpubcheck = existsSync(epubcheck) ? false : 'epubcheck is not installed: apt-get install epubcheck'
const noZim = spawnSync('zimcheck', ['--version']).error && 'zim-tools are not installed: apt-get install zim-tools'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const heat = `It is $\\frac{m}{2} v^2$, and

$$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned} \\tag{1}$$

## Why <it> & why

1. **One**: see [light](/learn/physics/questions/what-is-light#why) and [law](/learn/law/questions/what-is-law).
2. **Two**: see [odd](https://example.org/a|b?c=^d{e}) and [mail](mailto:a@example.org).
3. **Three**: a note.[^1] See [above](#why-it--why).

![A "map" <of> it](/images/map.png) ![away](/../../secret.png) ![run](/images/run.svg) ![gone](/images/gone.png)

| a | b |
| :-: | - |
| <script>alert(1)</script> | \`x<y\` |

<details><summary>More</summary>

- [x] done

</details>

אם $x^2 + 1$ אז \`1 - 2\` בקוד.

[^1]: A note with $x$.
`

function makeLibrary() {
  const library = new TemporaryLibrary({
    './subjects/physics.yml': 'title: "Physics <&> \\"more\\""\n',
    'physics/what-is-heat.md': toQuestionFile(
      'What is <heat> & "work"?',
      toRelated('/learn/physics/questions/what-is-light'),
      heat,
    ),
    'physics/what-is-light.md': toQuestionFile('What is light?', {}, 'A wave \\(\\lambda\\).'),
    'physics/hidden.md': toQuestionFile('What is hidden?', { no_index: true }),
    'law/what-is-law.md': toQuestionFile('What is law?'),
  })
  const publicDir = path.join(library.root, 'public')
  mkdirSync(path.join(publicDir, 'images'), { recursive: true })
  writeFileSync(path.join(publicDir, 'images/map.png'), png)
  writeFileSync(path.join(publicDir, 'images/run.svg'), '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  writeFileSync(path.join(library.root, 'secret.png'), png)
  const out = path.join(library.root, 'packs')
  const write = (...args: string[]) => runOn(library, pack, ...args, '--out', out, '--public', publicDir)
  const read = (name: string) => readFileSync(path.join(out, name))
  return { library, out, write, read }
}

const toTexts = (bytes: Buffer) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.from(file).toString()]))

test('book, pages and deck: the same content gives the same bytes, and nothing is left beside them', async () => {
  const { out, write, read } = makeLibrary()
  const args = ['physics', '--epub', '--folder', '--anki']
  const first = await write(...args)
  assert.equal(first.status, 0, first.stderr)
  const names = ['physics.apkg', 'physics.epub', 'physics.zip']
  assert.deepEqual(readdirSync(out), names)
  const before = names.map(read)
  await write(...args)
  for (const [index, name] of names.entries()) assert.deepEqual(read(name), before[index], name)
})

test('a book is valid EPUB 3', { skip: noEpubcheck }, async () => {
  const { out, write } = makeLibrary()
  await write('physics', '--epub')
  const { stdout, stderr, status } = spawnSync('java', ['-jar', epubcheck, path.join(out, 'physics.epub')], {
    encoding: 'utf8',
  })
  assert.equal(status, 0, stdout + stderr)
  assert.match(stdout, /0 fatals \/ 0 errors \/ 0 warnings/)
})

test('a book has formulas in MathML, its images, and links to its own pages', async () => {
  const { write, read } = makeLibrary()
  await write('physics', '--epub')
  const files = toTexts(read('physics.epub'))
  assert.equal(Object.keys(files)[0], 'mimetype')
  const page = files['EPUB/questions-1.xhtml'] ?? ''
  assert.match(page, /<math [^>]*>/)
  assert.doesNotMatch(page, /katex|<script/)
  assert.match(page, /href="questions-1\.xhtml#q-what-is-light"/)
  assert.match(page, /href="http:\/\/localhost:\d+\/learn\/law\/questions\/what-is-law"/)
  assert.match(page, /<h1>What is &lt;heat&gt; &amp; &quot;work&quot;\?<\/h1>/)
  assert.equal(page.match(/<img /g)?.length, 1, 'only the image that exists and is really one')
  assert.equal(Object.keys(files).filter((name) => name.startsWith('EPUB/images/')).length, 1)
  assert.match(page, /<section id="q-what-is-light">/)
  assert.doesNotMatch(Object.values(files).join(''), /q-hidden/)
})

test('a book of several files is valid, and every link has a target', async () => {
  const slugs = Array.from({ length: 130 }, (_, index) => `q-${index}`)
  const library = new TemporaryLibrary(
    Object.fromEntries(
      slugs.map((slug, index) => {
        const to = (step: number) => `/learn/physics/questions/${slugs[(index + step) % slugs.length]}`
        const body = `See [far](${to(77)}) and a note.[^1]\n\n[^1]: With $x_{${index}}$.`
        return [`physics/${slug}.md`, toQuestionFile(`What is ${index}?`, toRelated(to(21)), body)]
      }),
    ),
  )
  const out = path.join(library.root, 'packs')
  const { status, stderr } = await runOn(library, pack, 'physics', '--epub', '--out', out)
  assert.equal(status, 0, stderr)
  const files = toTexts(readFileSync(path.join(out, 'physics.epub')))
  const chapters = Object.keys(files).filter((name) => /questions-\d+/.test(name))
  assert.equal(chapters.length, 7)
  let links = 0
  for (const [name, text] of Object.entries(files)) {
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length, name)
    for (const [, target = '', , id] of text.matchAll(/ href="((?!https?:)[^"#]*)(#([^"]+))?"/g)) {
      const at = target ? `EPUB/${target}` : name
      assert.ok(at in files && (!id || files[at]?.includes(` id="${id}"`)), `${name} → ${target}#${id}`)
      links += 1
    }
  }
  // Per question: one each in the navigation, the contents, the answer and below it, and two for its footnote.
  assert.ok(links >= 6 * slugs.length)
  if (!noEpubcheck) assert.equal(spawnSync('java', ['-jar', epubcheck, path.join(out, 'physics.epub')]).status, 0)
})

test('the navigation of a large book has three levels, none of them long', () => {
  const parts = Array.from({ length: 120 }, (_, index) => {
    const toEntry = (name: string) => ({ slug: name, sort: name, title: name })
    return { number: index + 1, entries: [toEntry(`a${index}`), toEntry(`z${index}`)] }
  })
  const subject = { slug: 'physics', title: 'Physics', questions: 12_000 } as Subject
  const toPart = (number: number) => `contents-${number}`
  const html = toNavigation({ subject, questions: 12_000, listParts: () => parts }, toPart, ({ slug }) => slug)
  assert.match(
    html,
    /^<nav[^>]*>\n<h1>Physics<\/h1>\n<ol>\n<li><a href="contents-1">a0 – z49<\/a>\n<ol>\n<li><a href="contents-1">a0 – z0</,
  )
  assert.match(html, /<a href="contents-101">a100 – z119<\/a>/)
  assert.equal(html.match(/<li>/g)?.length, 120 + 3)
})

test('plain pages link to each other, and not to missing files', async () => {
  const { write, read } = makeLibrary()
  await write('physics', '--folder')
  const files = toTexts(read('physics.zip'))
  let links = 0
  for (const [name, text] of Object.entries(files)) {
    if (!name.endsWith('.html')) continue
    for (const [, target = ''] of text.matchAll(/ (?:href|src)="([^"#]+)/g)) {
      if (/^(?:https?|mailto):/.test(target)) continue
      links += 1
      assert.ok(path.posix.join(path.posix.dirname(name), target) in files, `${name} → ${target}`)
    }
  }
  assert.ok(links >= 10)
  assert.match(files['physics/index.html'] ?? '', /questions\/what-is-heat\.html/)
  assert.match(
    files['physics/questions/what-is-heat.html'] ?? '',
    /class="katex"[\s\S]*<img src="\.\.\/images\/\w+\.png"/,
  )
  assert.match(files['physics/questions/what-is-heat.html'] ?? '', /<div class="wide"><table>[\s\S]*<\/table><\/div>/)
})

test('a deck has all questions with their images, and a corrected deck has the same notes', async () => {
  const { library, write, read } = makeLibrary()
  const list = () => {
    const files = unzipSync(read('physics.apkg'))
    const file = path.join(library.root, `collection-${Date.now()}.anki2`)
    writeFileSync(file, files['collection.anki2'] as Uint8Array)
    const store = new Database(file)
    const rows = store.prepare('SELECT guid, id, mod, flds FROM notes ORDER BY guid').all() as {
      guid: string
      id: number
      mod: number
      flds: string
    }[]
    store.close()
    return { files, rows }
  }
  await write('physics', '--anki')
  const before = list()
  assert.equal(before.rows.length, 2)
  const media = JSON.parse(Buffer.from(before.files.media as Uint8Array).toString()) as Record<string, string>
  assert.deepEqual(Buffer.from(before.files['0'] as Uint8Array), png)
  assert.match(before.rows[0]?.flds ?? '', new RegExp(`<img src="${media['0']}"`))
  library.write('physics/what-is-light.md', toQuestionFile('What is light?', { updated: '2026-03-01' }, 'Corrected.'))
  await write('physics', '--anki')
  const after = list()
  assert.deepEqual(
    after.rows.map(({ guid, id }) => [guid, id]),
    before.rows.map(({ guid, id }) => [guid, id]),
  )
  assert.equal(after.rows[0]?.mod, before.rows[0]?.mod)
  assert.ok((after.rows[1]?.mod ?? 0) > (before.rows[1]?.mod ?? 0))
})

test('a ZIM file passes zimcheck, and the same content has the same bytes on the same day', {
  skip: noZim,
}, async () => {
  const { out, write, read } = makeLibrary()
  const { status, stderr } = await write('physics', '--zim')
  assert.equal(status, 0, stderr)
  const report = execFileSync('zimcheck', ['-A', path.join(out, 'physics.zim')], { encoding: 'utf8' })
  assert.match(report, /Status: Pass/)
  assert.doesNotMatch(report, /ERROR|WARN/)
  const [before, day] = [read('physics.zim'), new Date().getUTCDate()]
  await write('physics', '--zim')
  if (new Date().getUTCDate() === day) assert.deepEqual(read('physics.zim'), before)
})

test('for an unknown subject the most similar is suggested, and nothing is written', async () => {
  const { out, write } = makeLibrary()
  const { status, stderr } = await write('phisics', '--epub')
  assert.equal(status, 2)
  assert.match(stderr, /There is no subject "phisics" with questions\. Did you mean physics\?/)
  assert.ok(!existsSync(out))
  assert.equal((await write('../physics', '--epub')).status, 2)
  assert.match((await write()).stderr, /Name a subject/)
})
