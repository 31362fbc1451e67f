import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { isDrawable } from '@/lib/core/design/picture'
import { fonts } from '@/lib/site/pictures/fonts'

type Font = { characterSet: number[] }
const readFont = createRequire(import.meta.url)('next/dist/compiled/@next/font/dist/fontkit').default as (
  data: Buffer,
) => Font

test('the fonts have every letter that counts as drawable, and no emoji does', () => {
  const letters = new Set(fonts.flatMap(({ data }) => readFont(data).characterSet))
  let drawable = 0
  for (let code = 1; code <= 0x1ffff; code += 1) {
    const letter = String.fromCodePoint(code)
    if ((code >= 0xd800 && code < 0xe000) || !isDrawable(letter)) continue
    drawable += 1
    for (const part of letter.normalize('NFC')) assert.ok(letters.has(part.codePointAt(0) ?? 0), code.toString(16))
    assert.doesNotMatch(letter, /\p{Emoji_Presentation}/u)
  }
  assert.ok(drawable > 400)
})

test('ordinary titles are drawable; other scripts and emoji are not', () => {
  for (const title of ['Why is 0.999… = 1?', 'What did Poincaré – and Čech – prove?', 'What is Δx · Δp?']) {
    assert.ok(isDrawable(title), title)
  }
  for (const title of ['什么是水？', 'Is it 🧊?', 'x ∈ ℝ', 'क', '\u0000', '']) assert.ok(!isDrawable(title), title)
})
