import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { scanAnswer } from '@/lib/answer/scan'

test('what never closes is looked for once, not at each place where it opens', () => {
  const search = mock.method(String.prototype, 'indexOf')
  scanAnswer({ text: '\\( \\[ \\begin{cases} '.repeat(1_000), breaks: 'real' })
  const looks = search.mock.callCount()
  mock.restoreAll()
  assert.ok(looks < 100, `${looks} looks`)
})
