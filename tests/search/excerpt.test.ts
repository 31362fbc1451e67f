import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toStem, toWords } from '@/lib/core/words'
import { toExcerptHtml, toMarkedHtml } from '@/lib/search/excerpt'

const stems = (text: string) => new Set(toWords(text).map(toStem))

test('each word is marked once, in any of its forms, and everything else is escaped', () => {
  const html = toMarkedHtml('Derivatives & <script>derivative</script> of C++', stems('derivative C++'))
  assert.equal(html, '<mark>Derivatives</mark> &amp; &lt;script&gt;derivative&lt;/script&gt; of <mark>C++</mark>')
})

test('the beginning of a word does not mark it', () => {
  const text = 'Equations of equity in equilibrium'
  assert.equal(toMarkedHtml(text, stems('eq')), text)
})

test('the part with the most different words is shown, cut between words', () => {
  const filler = 'Some words that say nothing at all about it. '.repeat(10)
  const text = `A cell. ${filler}The cell divides by mitosis. ${filler}`
  const html = toExcerptHtml(text, stems('cell mitosis divide')) ?? ''
  assert.match(html, /^….*The <mark>cell<\/mark> <mark>divides<\/mark> by <mark>mitosis<\/mark>\. .*…$/)
  assert.ok(html.replace(/<[^>]*>/g, '').length <= 182)
  assert.equal(toExcerptHtml(text, stems('photosynthesis')), undefined)
})

test('words are found by their stems, whatever is beside them', () => {
  for (const [text, asked, ...marked] of [
    ['ay, AYS and ayed', 'ays', 'AYS'],
    ['a\u0011cells\u0019 cell', 'cell', 'cells'],
    ['Cafés, cafe\u0301 and CAFE', 'café', 'Cafés'],
    ['naïve Naïveté', 'naivete', 'Naïveté'],
    ['C, C# and C++', 'C#', 'C#'],
    ['x²y and x', 'x', 'x'],
    ['“Skies” 𝒜skies', 'skies', 'Skies'],
  ] as const) {
    const found = [...toMarkedHtml(text, stems(asked)).matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word)
    assert.deepEqual(found, marked, text)
  }
})
