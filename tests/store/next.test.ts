import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordReads } from '@/lib/library/reads'
import { Random } from '@/tools/corpus/random'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'

type Key = { subject: string; slug: string }

const words = ['gravity', 'osmosis', 'contract', 'sonnet', 'entropy', 'enzyme', 'tariff', 'vaccine']
const forms = [
  (a: string, b: string) => `What is ${a} in ${b}?`,
  (a: string) => `What is ${a}?`,
  (a: string, b: string) => `How does ${a} change ${b}?`,
  (a: string, b: string) => `How do ${a} and ${b} differ?`,
  (a: string) => `What is ${a} used for?`,
  (a: string, b: string) => `How did ${a} lead to ${b}?`,
]

/** Writes or removes one of a few dozen files with overlapping topics, some of them copies of another subject's. */
function edit(library: TemporaryLibrary, random: Random, present: Set<string>) {
  const slug = `q${random.below(40)}`
  const file = `${random.pick(['law', 'law', 'science'])}/${slug}.md`
  if (present.has(file) && random.chance(0.2)) {
    library.remove(file)
    present.delete(file)
    return
  }
  const [a, b, c] = [random.pick(words), random.pick(words), random.pick(words)]
  const links = Array.from({ length: random.below(3) }, () => `/learn/law/questions/q${random.below(40)}`)
  const keywords = random.chance(0.3) ? `1, 2, 3, 4, 5, ${c}` : `${c}, ${a}`
  const fields = { seo: { page_keywords: keywords }, no_index: random.chance(0.05), ...toRelated(...links) }
  const answer = random.chance(0.3) ? 'The same.' : `What is said of ${a} and ${b}.`
  library.write(file, toQuestionFile(random.pick(forms)(a, b), fields, answer))
  present.add(file)
}

const listKeys = (library: TemporaryLibrary) =>
  library.listRows<Key & { no_index: number }>('question').filter(({ no_index }) => !no_index)

const nameOf = ({ subject, slug }: Key) => `${subject}/${slug}`

test('following the next step never visits a question twice, after any history', async () => {
  const library = new TemporaryLibrary()
  const random = new Random(4)
  const present = new Set<string>()
  let longest = 0
  for (let round = 0; round < 4; round += 1) {
    for (let count = 0; count < 30; count += 1) edit(library, random, present)
    await library.compile()
    const pages = library.openLibrary()
    for (const start of listKeys(library)) {
      const met = new Set<string>()
      for (let at: Key | undefined = start; at; at = (await pages.readQuestion(at))?.next?.question) {
        assert.ok(!met.has(nameOf(at)), `${nameOf(at)} again after ${[...met]}`)
        met.add(nameOf(at))
      }
      longest = Math.max(longest, met.size)
    }
  }
  assert.ok(longest > 8, `paths go on: ${longest}`)
})

test('a compile invalidates every page that now shows something else, by what the page read', async () => {
  const library = new TemporaryLibrary()
  const random = new Random(9)
  const present = new Set<string>()
  for (let count = 0; count < 50; count += 1) edit(library, random, present)
  await library.compile()
  const pages = library.openLibrary()
  // A question's own page says in how many ways it is asked. Similar questions change without invalidation, and with
  // them the next steps that are on no path.
  const readQuestion = async (key: Key) => {
    const page = await pages.readQuestion(key)
    return page && { topics: page.topics, next: page.next?.topic && page.next }
  }
  const readTopic = async (slug: string) => {
    const page = await pages.readTopic('law', slug, 1)
    return page && { topic: page.topic, list: page.list, defining: page.defining, path: page.path }
  }
  const reads: (() => Promise<unknown>)[] = [
    ...words.map((topic) => () => readTopic(topic)),
    ...Array.from({ length: 40 }, (_, number) => () => readQuestion({ subject: 'law', slug: `q${number}` })),
  ]
  const readAll = () =>
    Promise.all(
      reads.map(async (read) => {
        const { result, reads } = await recordReads(read)
        const text = JSON.stringify(result ?? null, (key, part) =>
          key === '_metadata' || key === 'ways' ? undefined : part,
        )
        return { text, keys: reads.keys }
      }),
    )
  let before = await readAll()
  let changed = 0
  for (let round = 0; round < 40; round += 1) {
    const { sequence } = await pages.readState()
    edit(library, random, present)
    await library.compile()
    const { keys } = await pages.changesSince(sequence)
    const noted = new Set(keys)
    const after = await readAll()
    for (const [index, page] of before.entries()) {
      const now = after[index]?.text
      if (page.text === now) continue
      changed += 1
      assert.ok(
        [...page.keys].some((key) => noted.has(key)),
        `round ${round}: stale\n${page.text}\n${now}`,
      )
    }
    before = after
  }
  assert.ok(changed > 100, `${changed}`)
})
