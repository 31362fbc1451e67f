import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countWords } from '@/lib/core/count-words'

const cases: [text: string, words: number][] = [
  ['', 0],
  ['Heat is energy on its way.', 6],
  ['热是能量。', 3],
  ['温度是物体冷热程度的量度，而热量是传递的能量。', 13],
  ['熱とは、移動するエネルギーのことである。', 10],
  ['ความร้อนคือพลังงานที่ถ่ายเท', 6],
  ['热 is heat in Chinese.', 5],
  ['열은 뜨거운 물체에서 흐른다.', 4],
]

for (const [text, words] of cases) {
  test(`“${text}” has ${words} words`, () => {
    const counted = countWords(text)
    // ICU's dictionaries differ slightly from one version to the next.
    const isExact = /^[\p{ASCII}\p{Script=Hangul}]*$/u.test(text)
    assert.ok(isExact ? counted === words : Math.abs(counted - words) <= words / 4, `${counted}`)
  })
}
