import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import type { Worker } from 'node:worker_threads'
import { listPoints } from '@/lib/answer/pool/list-points'
import { RenderPool, showAnswer, warmPool } from '@/lib/answer/pool/render-pool'
import { RenderThread } from '@/lib/answer/pool/thread'
import { escapeHtml } from '@/lib/core/escape-html'
import { costlyAnswers } from './costly-answers'

// In ms: a job that never finishes would otherwise hang the tests.
const timeout = 120_000

test('an answer is rendered in the warmed-up thread', { timeout }, async () => {
  const started = once(process, 'worker')
  await Promise.all([warmPool(), started])
  const another = () => assert.fail('another thread was started')
  process.on('worker', another)
  assert.equal((await showAnswer({ text: '*a*', breaks: 'real' })).html, '<p><em>a</em></p>')
  process.off('worker', another)
})

for (const [name, text] of costlyAnswers) {
  test(`${name}: readers see the source, with a note`, { timeout }, async () => {
    const { html, outline } = await showAnswer({ text, breaks: 'real' })
    assert.match(html, /^<p class="source-note">This answer could not be laid out, so you see its source\.<\/p><pre/)
    assert.ok(html.endsWith(`>${escapeHtml(text)}</pre>`))
    assert.deepEqual(outline, [])
  })
}

test('points to recall share one budget: together above it, though each is within it, they are shown as source', {
  timeout,
}, async () => {
  const answer = await showAnswer({ text: 'a', breaks: 'real' })
  const formula = `$\\def\\a{${'x+'.repeat(60)}}${'\\a '.repeat(30)}$`
  const { points: few } = await listPoints([formula, '*a*'], answer)
  assert.match(few[0] ?? '', /^<span class="katex"/)
  assert.equal(few[1], '<em>a</em>')
  const { points: many } = await listPoints(Array(100).fill(formula), answer)
  assert.equal(many.length, 100)
  for (const point of many) assert.match(point, /^<p class="source-note">/)
})

test('answers that wait behind a costly one are rendered', { timeout }, async () => {
  const pool = new RenderPool(1)
  const costly = costlyAnswers.get('stars') ?? ''
  const replies = await Promise.all(
    ['*a*', costly, '*b*', '*c*'].map((text) => pool.render([{ text, breaks: 'real' }])),
  )
  assert.deepEqual(
    replies.map((reply) => ('answers' in reply ? reply.answers[0]?.html : reply.excess)),
    ['<p><em>a</em></p>', 'time', '<p><em>b</em></p>', '<p><em>c</em></p>'],
  )
})

test('a dead thread is reported as such to the waiting one, not as a timeout', { timeout }, async () => {
  const thread = new RenderThread()
  assert.ok('answers' in (await thread.render([{ text: '*a*', breaks: 'real' }])))
  // As when it runs out of memory: the waiting thread gets no event.
  void (thread as unknown as { worker: Worker }).worker.terminate()
  assert.deepEqual(thread.renderSync([{ text: '*a*', breaks: 'real' }]), { excess: 'memory' })
  assert.equal(thread.ended, true)

  const another = new RenderThread()
  const reply = another.renderSync([{ text: '*a*', breaks: 'real' }])
  assert.equal('answers' in reply && reply.answers[0]?.html, '<p><em>a</em></p>')
  await another.end()
})

test('lines of more than 200 characters are not highlighted, the others are', { timeout }, async () => {
  for (const language of ['csharp', 'swift', 'prolog', 'rust']) {
    const long = '<a '.repeat(335)
    const { html } = await showAnswer({ text: `\`\`\`${language}\nlet a = "b";\n${long}\n\`\`\``, breaks: 'real' })
    const [first = '', second = ''] = html.split('<span class="line">').slice(1)
    assert.ok(first.split('<span').length > 2, html)
    assert.ok(
      second.includes(escapeHtml(long).replaceAll('&lt;', '&#x3C;')) && second.split('<span').length <= 2,
      language,
    )
  }
})

test('sizes in a formula are limited to 20 em', async () => {
  const { html } = await showAnswer({ text: '$\\rule{400em}{400em}\\hspace{10000em}$', breaks: 'real' })
  const sizes = [...html.matchAll(/[:"]([\d.]+)em/g)].map(([, size]) => Number(size))
  assert.ok(sizes.length > 0 && sizes.every((size) => size < 45), sizes.join())
})
