import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseShortId, toShortId, toShortNumber, writeShortId } from '@/lib/core/short-id'

test('a short id is 40 bits of a hash of the address', () => {
  // printf /learn/physics/questions/why-is-the-sky-blue | sha256sum
  const key = { subject: 'physics', slug: 'why-is-the-sky-blue' }
  assert.equal(toShortNumber(key).toString(16).padStart(10, '0'), 'e15485ead0')
  assert.equal(toShortId(key), writeShortId(toShortNumber(key)))
})

test('ids are parsed back, also in capitals and with letters that look like digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 40 - 1 }), (number) => {
      const id = writeShortId(number)
      assert.match(id, /^[0-9a-hjkmnp-tv-z]{8}$/)
      for (const copy of [id, id.toUpperCase(), id.replaceAll('0', 'O').replaceAll('1', 'l')]) {
        assert.equal(parseShortId(copy), number)
      }
    }),
  )
})

test('no other text is an id', () => {
  for (const text of ['', '0', '0123456', '012345678', 'u1234567', '1234 567', '’2345678', '../../..']) {
    assert.equal(parseShortId(text), undefined)
  }
})
