import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BoundedQueue } from '@/lib/server/bounded-queue'
import { FileSource } from '@/lib/server/file-source'

test('why a file failed says nothing of its query, which is what somebody searches for: it is logged', async () => {
  const queue = new BoundedQueue('pages', { places: 1, waiting: 0 })
  const files = new FileSource(async () => ({ status: 500, headers: {}, body: Buffer.of() }), {
    renderings: queue,
    searches: queue,
    sheets: queue,
    pictures: queue,
  })
  const asked = files.get('search', '/api/search?q=secret', {}, new AbortController().signal)
  await assert.rejects(asked, ({ message }: Error) => !message.includes('secret'))
})
