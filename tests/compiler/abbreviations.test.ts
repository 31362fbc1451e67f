import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAbbreviations } from '@/lib/compiler/source/abbreviations'

const cases: [answer: string, found: Record<string, string> | undefined][] = [
  ['A cell makes adenosine triphosphate (ATP).', { ATP: 'adenosine triphosphate' }],
  ['Standard deviations (SDs) differ.', { SD: 'Standard deviations' }],
  ['It is deoxyribonucleic acid (DNA).', { DNA: 'deoxyribonucleic acid' }],
  ['The **gross domestic product** (**GDP**) grows.', { GDP: 'gross domestic product' }],
  ['What the Food and Drug Administration (FDA) does.', { FDA: 'Food and Drug Administration' }],
  ['The Equal Employment Opportunity Commission (EEOC).', { EEOC: 'Equal Employment Opportunity Commission' }],
  ['A finite-state\nmachine (FSM).', { FSM: 'finite-state machine' }],
  ['So ATP (adenosine triphosphate) is made.', { ATP: 'adenosine triphosphate' }],
  ['Transfer RNA (tRNA) and messenger RNA (mRNA).', { tRNA: 'Transfer RNA', mRNA: 'messenger RNA' }],
  ['Which letters stand for nothing here (XYZ).', undefined],
  ['The Second World War (II), a function f (x), see Annex A (A1).', undefined],
  ['ATP (adenosine triphosphate, a carrier of energy) and ATP (made in cells).', undefined],
  ['It (Is It) so, and (unclosed', undefined],
]

test('an abbreviation is stored with its words if its letters abbreviate them', () => {
  for (const [answer, found] of cases) assert.deepEqual(findAbbreviations('', [], answer), found, answer)
})

test('title and keywords can spell one out, too; the first to do so wins', () => {
  const found = findAbbreviations('What is a risk ratio (RR)?', ['relative risk (RR)'], 'Round robin (RR).')
  assert.deepEqual(found, { RR: 'relative risk' })
})

test('a question stores a bounded number, and hostile texts take bounded time', { timeout: 10_000 }, () => {
  const letters = 'BCDFGHJKLNPQRST'
  const answer = [...letters].map((letter) => `${letter}ad ${letter}ooks (${letter}${letter}).`).join(' ')
  assert.equal(Object.keys(findAbbreviations('', [], answer) ?? {}).length, 12)
  for (const text of ['(', 'A (', `${'a'.repeat(80)} (AAAAAAAAA) `, `${'a-'.repeat(40)} (AAAAAAAA) `]) {
    assert.ok(Object.keys(findAbbreviations('', [], text.repeat(20_000)) ?? {}).length <= 1, text)
  }
})
