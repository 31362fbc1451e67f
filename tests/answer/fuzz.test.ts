import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findHarm } from '@/tools/fuzz/find-harm'
import { fuzzAnswers } from '@/tools/fuzz/fuzz-answers'

test('five hundred random answers stay within the budget and cannot run anything', async () => {
  await fuzzAnswers(500, 19)
})

for (const [html, harm] of [
  ['<p><script>a()</script>', '<script>'],
  ['<img src=/a onerror=a()>', 'img onError'],
  ['<a href="java\nscript:a()">a</a>', 'a href=java\nscript:a()'],
  ['<a href=" data:text/html,a">a</a>', 'a href= data:text/html,a'],
  ['<svg><a xlink:href="javascript:a()">a</a></svg>', 'a xLinkHref=javascript:a()'],
] as const) {
  test(`${JSON.stringify(html)} could run something`, () => assert.deepEqual(findHarm(html), [harm]))
}

test('links to the web, to mail and within the site are harmless', () => {
  assert.deepEqual(
    findHarm('<a href="https://a.b">a</a><a href="mailto:a@b.c">a</a><a href="/a:b">a</a><a href="#a">a</a>'),
    [],
  )
})
