import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BoundedQueue } from '@/lib/server/bounded-queue'
import { FileSource } from '@/lib/server/file-source'

const queue = new BoundedQueue('pages', { places: 1, waiting: 1 })
const queues = { renderings: queue, searches: queue, sheets: queue, pictures: queue }
const failed = async () => ({ status: 500, headers: {}, body: Buffer.of() })

test('the error of a failed file does not contain its query, a visitor’s search, since it is logged', async () => {
  const files = new FileSource(failed, failed, queues)
  const asked = files.get('search', '/api/search?q=secret', {}, new AbortController().signal)
  await assert.rejects(asked, ({ message }: Error) => !message.includes('secret'))
})

test('a search of the API is answered without Next', async () => {
  const asked: string[] = []
  const answerSearch = async (url: string) => {
    asked.push(url)
    return { status: 200, headers: { 'content-type': 'application/json', server: 'x' }, body: Buffer.from('{}') }
  }
  const files = new FileSource(failed, answerSearch, queues)
  const page = await files.get('search', '/api/search?q=a', { 'if-none-match': '"x"' }, new AbortController().signal)
  assert.deepEqual(asked, ['/api/search?q=a'])
  assert.equal(page.status, 200)
  assert.ok(!page.headers.includes('server') && page.headers.includes('content-security-policy'))
})
