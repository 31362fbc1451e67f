import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toShortId, toShortNumber } from '@/lib/core/short-id'
import { parseSheetRequest, toSheetAddress } from '@/lib/site/sheet-request'

const parse = (query: string) => parseSheetRequest(new URLSearchParams(query))

test('a sheet of a topic, of a subject, of exact questions', () => {
  const drawn = { count: 5, seed: '7b' }
  assert.deepEqual(parse('topic=physics/optics&n=5&seed=7b').selection, {
    kind: 'topic',
    subject: 'physics',
    topic: 'optics',
    ...drawn,
  })
  assert.deepEqual(parse('subject=physics&n=5&seed=7b').selection, { kind: 'subject', subject: 'physics', ...drawn })
  const [one, two] = [
    { subject: 'physics', slug: 'a' },
    { subject: 'law', slug: 'b' },
  ]
  const ids = [toShortId(one), toShortId(two)]
  const chosen = parse(`q=${ids.join(',')},${ids[0]?.toUpperCase()}&key=full`)
  assert.deepEqual(chosen.selection, { kind: 'chosen', shorts: [toShortNumber(one), toShortNumber(two)] })
  assert.deepEqual(toSheetAddress(chosen), { q: ids.join(','), key: 'full' })
  assert.equal(parse('').selection, undefined)
})

test('invalid parameters are ignored with a remark', () => {
  const cases: [query: string, count: number, seed: string][] = [
    ['n=0', 10, '1'],
    ['n=99999', 50, '1'],
    ['n=1e3', 10, '1'],
    ['n=-1', 10, '1'],
    ['seed=%00', 10, '1'],
    [`seed=${'a'.repeat(33)}`, 10, '1'],
  ]
  for (const [query, count, seed] of cases) {
    const request = parse(`subject=law&${query}`)
    assert.deepEqual([request.count, request.seed, request.remarks.length], [count, seed, 1], query)
  }
  for (const topic of ['../x', 'a/b/c', 'law/', 'Law', 'law/x y']) {
    const request = parse(`topic=${encodeURIComponent(topic)}`)
    assert.equal(request.selection, undefined, topic)
    assert.equal(request.remarks.length, 1, topic)
  }
})

test('at most fifty questions are read, however long the address', () => {
  const ids = Array.from({ length: 3_000 }, (_, index) => toShortId({ subject: 'law', slug: `${index}` }))
  const { selection, remarks } = parse(`q=${ids.join(',')}`)
  assert.equal(selection?.kind === 'chosen' && selection.shorts.length, 50)
  assert.deepEqual(remarks, ['Only the first 50 questions are here.'])
})
