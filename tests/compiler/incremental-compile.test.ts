import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Random } from '@/tools/corpus/random'
import { editSomeFile } from '../edit-some-file'
import { TemporaryLibrary } from '../temporary-library'

test('after any history, the store equals one built from scratch', async () => {
  const library = new TemporaryLibrary()
  const random = new Random(7)
  const topics = new Set<string>()
  const groups = new Set<number>()
  for (let round = 0; round < 12; round += 1) {
    for (let edit = 0; edit < 12; edit += 1) editSomeFile(library, random)
    assert.deepEqual((await library.compile()).findings, [])
    const rebuilt = new TemporaryLibrary()
    await rebuilt.compile({ contentDir: library.contentDir })
    const kept = listDerived(library)
    assert.deepEqual(kept, listDerived(rebuilt), `round ${round}`)
    for (const { ways } of library.listRows<{ ways: number }>('question')) groups.add(ways)
    topics.add(JSON.stringify(library.listRows('topic')))
  }
  assert.ok(topics.size > 5, 'topics came and went')
  assert.ok(groups.size > 3, 'rewordings came and went')
})

type Row = Record<string, string | number | null>

/** What is derived from all files together, without row numbers, counts that dropped to zero, and version history. */
function listDerived(library: TemporaryLibrary) {
  const { meta: _, file: __, question: ___, list_segment, ...tables } = library.dump()
  const questions = library.listRows<{ id: number; path: string; canonical_id: number; ways: number }>('question')
  const paths = new Map(questions.map(({ id, path }) => [id, path]))
  const toLines = (rows: Row[]) =>
    rows
      .filter(({ uses, links, questions }) => ![uses, links, questions].includes(0))
      .map(({ version: _, question_id, ...row }) => JSON.stringify([row, paths.get(Number(question_id))]))
      .sort()
  return {
    ...Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, toLines(rows)])),
    canonical: questions.map(({ path, canonical_id }) => `${path} ${paths.get(canonical_id)}`).sort(),
    ways: questions.map(({ path, ways }) => `${path} ${ways}`).sort(),
    segments: [...sumSegments(list_segment ?? [])].sort(),
  }
}

/** How many questions the segments of each list hold; where they are cut depends on the history. */
function sumSegments(segments: Row[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { list, key, questions } of segments) {
    const name = `${list} ${key}`
    sums.set(name, (sums.get(name) ?? 0) + Number(questions))
  }
  return sums
}
