import type { Match } from '@/lib/core/finding'
import type { Rule } from '../../rule'
import { RawText } from '../../text/raw-text'

/** Ligatures, words in mathematical letters, and full-width letters next to others. */
const forms = /[\uFB00-\uFB06]|[\u{1D400}-\u{1D7FF}]{3,}|(?<=[A-Za-z])[\uFF21-\uFF3A\uFF41-\uFF5A]+/gu

/** Words in texts that are about these letters rather than use them. */
const topic = /\b(?:ligatures?|full-?width|Unicode|NFKC?|compatibility characters?)\b|U\+[0-9A-F]{4}/i

const letter = /[A-Za-z]/

const maxNamed = 100

export const rule: Rule = {
  name: 'letter-forms',
  severity: 'warning',
  fix: 'writes the letters, unless they are in code or the text may be about them',
  expects: 'Words are written in plain letters, without ligatures (ﬁ) and without mathematical letters (𝐛𝐨𝐥𝐝).',
  why: 'They look the same, but search does not find the word, and screen readers spell it out or skip it.',
  wrong: 'The ﬁrst law',
  right: 'The first law',

  *findInBytes(raw) {
    let named = 0
    const text = new RawText(raw)
    for (const { index, 0: found } of raw.matchAll(forms)) {
      if (named++ === maxNamed) break
      // Inside a word it is used, whatever the text is about.
      const isWithin = letter.test(raw[index - 1] ?? '') || letter.test(raw[index + found.length] ?? '')
      const isTopic = !isWithin && topic.test(raw)
      const isMention = isTopic || text.isMentionOf(index, index + found.length, toPlain, topic)
      yield toMatch(index, found, isMention)
    }
  },
}

const toPlain = (text: string) => text.normalize('NFKC')

function toMatch(at: number, found: string, isMention: boolean): Match {
  const plain = toPlain(found)
  const message = `“${found}” is not found by a search for ${plain}. Write ${plain}.`
  if (isMention) return { at, message: `${message} If it is meant, list letter-forms in check_off.` }
  return { at, message, fix: [{ start: at, end: at + found.length, text: plain }] }
}
