import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { createDatabase, openPostgresLibrary, publishLibrary } from './databases'

/** Questions that all show the number of the same edit: a result that shows two numbers mixes two states. */
const slugs = ['a', 'b', 'c', 'd', 'e']

const temporary = new TemporaryLibrary()

function write(edit: number) {
  for (const slug of slugs) {
    const related = toRelated(
      ...slugs.filter((other) => other !== slug).map((other) => `/learn/law/questions/${other}`),
    )
    const title = `What is tort ${slug} in edition${edit}?`
    temporary.write(`law/${slug}.md`, toQuestionFile(title, related, `An answer of edition${edit}.`))
  }
}

/** The numbers of edits that a result shows. */
const listEdits = (read: unknown) => [
  ...new Set([...JSON.stringify(read).matchAll(/edition(\d+)/g)].map(([, edit]) => Number(edit))),
]

const toReads = (library: ReturnType<typeof openPostgresLibrary>) => [
  ...slugs.map((slug) => () => library.readQuestion({ subject: 'law', slug })),
  () => library.readSubject('law', 'newest', 1),
  () => library.readSubject('law', 'a-z', 1),
  async () => (await library.search({ text: 'tort', subject: undefined, page: 1, pageSize: 10 })).questions,
]

/** Reads continuously while something else is done; returns how often, and which edits were seen. */
async function readMeanwhile(url: string, work: () => Promise<void>) {
  let isReading = true
  let reads = 0
  const seen = new Set<number>()
  const readers = [1, 2].map(async () => {
    let last = 0
    for (const library = openPostgresLibrary(url); isReading; ) {
      for (const read of toReads(library)) {
        const answer = await read()
        assert.ok(answer, 'what exists is found')
        const edits = listEdits(answer)
        assert.equal(edits.length, 1, `one state: ${edits}`)
        const [edit = 0] = edits
        assert.ok(edit >= last, `no earlier state after a later one: ${edit} after ${last}`)
        last = edit
        seen.add(edit)
        reads += 1
      }
    }
    return last
  })
  await work().finally(() => {
    isReading = false
  })
  await Promise.all(readers)
  return { reads, seen }
}

for (const [name, whole, edits] of [
  ['changes are', false, 20],
  ['everything is', true, 4],
] as const) {
  test(`no answer mixes two states, and none misses what exists, while ${name} published`, async () => {
    write(0)
    await temporary.compile()
    const url = await createDatabase()
    await publishLibrary(temporary, url)
    const { reads, seen } = await readMeanwhile(url, async () => {
      for (let edit = 1; edit <= edits; edit += 1) {
        write(edit)
        await temporary.compile()
        assert.equal((await publishLibrary(temporary, url, whole)).kind, whole ? 'everything' : 'changes')
      }
    })
    assert.ok(reads > 20 * edits, `${reads} reads`)
    assert.ok(seen.size > edits / 2, `${seen.size} states seen`)
    const last = openPostgresLibrary(url)
    for (const read of toReads(last)) assert.deepEqual(listEdits(await read()), [edits])
  })
}
