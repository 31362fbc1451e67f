import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const subjects = ['biology', 'law', 'physics']

/** Three questions in the store, and a content folder that must be read again because its files are copies. */
async function createLibrary() {
  const library = new TemporaryLibrary(
    Object.fromEntries(
      subjects.map((subject) => [`${subject}/heat.md`, toQuestionFile(`What is heat in ${subject}?`)]),
    ),
  )
  await library.compile()
  const at = (name: string) => path.join(library.root, name)
  const release = (name: string) => cpSync(library.contentDir, at(name), { recursive: true })
  for (const name of ['first', 'second']) release(name)
  const list = () => library.listRows<{ path: string }>('question').map(({ path: file }) => file)
  return { library, at, list }
}

type Made = Awaited<ReturnType<typeof createLibrary>>

/** Ways to replace the content folder after its first file has been read. */
const replacements: Record<string, (made: Made) => void> = {
  'the folder itself': ({ at }) => {
    renameSync(at('content'), at('old'))
    renameSync(at('second'), at('content'))
  },
  'the folder with the questions': ({ at }) => {
    renameSync(at('content/learn'), at('content/old'))
    renameSync(at('second/learn'), at('content/learn'))
  },
  'a link to it': ({ at }) => {
    rmSync(at('content'))
    symlinkSync(at('second'), at('content'))
    // As a deployment does, which keeps only the newest.
    rmSync(at('first'), { recursive: true })
  },
}

for (const [name, replace] of Object.entries(replacements)) {
  test(`${name} is replaced while it is compiled: the new one is compiled`, async () => {
    const made = await createLibrary()
    const { library, at, list } = made
    rmSync(at('content'), { recursive: true })
    if (name === 'a link to it') symlinkSync(at('first'), at('content'))
    else renameSync(at('first'), at('content'))
    library.write('./../second/learn/law/new.md', toQuestionFile('What is new?'))
    let isReplaced = false
    const report = await library.compile({
      onProgress: () => {
        if (!isReplaced) replace(made)
        isReplaced = true
      },
    })
    assert.deepEqual([report.files, report.removed], [4, 0])
    assert.deepEqual(list().sort(), [
      'learn/biology/heat.md',
      'learn/law/heat.md',
      'learn/law/new.md',
      'learn/physics/heat.md',
    ])
  })
}

test('the content folder disappears during a compile: the store stays as it was', async () => {
  const { library, at, list } = await createLibrary()
  rmSync(at('content'), { recursive: true })
  renameSync(at('first'), at('content'))
  const gone = library.compile({ onProgress: () => rmSync(at('content'), { recursive: true, force: true }) })
  await assert.rejects(gone, /There is no content folder at/)
  assert.equal(list().length, subjects.length)
})

test('a content folder that is replaced again and again: the store stays as it was', async () => {
  const { library, at, list } = await createLibrary()
  for (const name of subjects) library.write(`${name}/new.md`, toQuestionFile(`What is new in ${name}?`))
  const replace = (files: number) => {
    if (files > 1) return
    cpSync(at('content'), at('copy'), { recursive: true })
    renameSync(at('content'), at(`old${readdirSync(library.root).length}`))
    renameSync(at('copy'), at('content'))
  }
  await assert.rejects(library.compile({ onProgress: replace }), /was replaced again and again.*unchanged\.$/)
  assert.equal(list().length, subjects.length)
})

test('a folder without learn/ is rejected, not taken for an empty library', async () => {
  const { library, at, list } = await createLibrary()
  mkdirSync(at('unmounted'))
  const contentDirs: [string, RegExp][] = [
    [at('unmounted'), /unmounted is empty, so the store is unchanged\. Is its disk mounted\?/],
    [library.root, /is not a content folder: there is no folder “learn” in it\./],
    [at('content/learn'), /is not a content folder: there is no folder “learn” in it\./],
  ]
  for (const [contentDir, message] of contentDirs) await assert.rejects(library.compile({ contentDir }), message)
  assert.equal(list().length, subjects.length)
  for (const name of readdirSync(at('content/learn'))) rmSync(at(`content/learn/${name}`), { recursive: true })
  assert.equal((await library.compile()).removed, subjects.length, 'but “learn” may be empty')
  assert.equal(
    (await library.compile({ contentDir: at('unmounted') })).files,
    0,
    'and so may the folder of a new library',
  )
})
