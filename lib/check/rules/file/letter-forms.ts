import type { Match } from '@/lib/core/finding'
import type { Rule } from '../../rule'

/** Ligatures of a font, words in the letters of formulas, and full-width letters beside others. */
const forms = /[\uFB00-\uFB06]|[\u{1D400}-\u{1D7FF}]{3,}|(?<=[A-Za-z])[\uFF21-\uFF3A\uFF41-\uFF5A]+/gu

const mostNamed = 100

export const rule: Rule = {
  name: 'letter-forms',
  severity: 'warning',
  fix: 'writes the letters',
  expects: 'Words are written in plain letters, without ligatures (ﬁ) and without the letters of formulas (𝐛𝐨𝐥𝐝).',
  why: 'They look alike, but search does not find the word, and screen readers spell it out or skip it.',
  wrong: 'The ﬁrst law',
  right: 'The first law',

  *findInBytes(raw) {
    let named = 0
    for (const { index, 0: found } of raw.matchAll(forms)) {
      if (named++ === mostNamed) break
      yield toMatch(index, found)
    }
  },
}

function toMatch(at: number, found: string): Match {
  const plain = found.normalize('NFKC')
  const message = `“${found}” is not found by those who search for ${plain}. Write ${plain}.`
  return { at, message, fix: [{ start: at, end: at + found.length, text: plain }] }
}
