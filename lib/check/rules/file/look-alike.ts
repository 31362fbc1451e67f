import type { Rule } from '../../rule'
import { RawText } from '../../text/raw-text'

/** Cyrillic and Greek letters that look like Latin ones; of the Greek ones, only those that formulas do not use. */
const lookAlikes = new Map(
  Object.entries({
    а: 'a',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    у: 'y',
    х: 'x',
    ԝ: 'w',
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    І: 'I',
    Ј: 'J',
    К: 'K',
    М: 'M',
    О: 'O',
    Р: 'P',
    Ѕ: 'S',
    Т: 'T',
    Х: 'X',
    ο: 'o',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Χ: 'X',
  }),
)

const foreign = /[\u0370-\u03FF\u0400-\u052F]/
const word = /[A-Za-z\u0370-\u03FF\u0400-\u052F]{3,}/g

/** Words in texts that are about these letters rather than use them. */
const topic = /\b(?:homo(?:glyph|graph)\w*|look-?alikes?|phishing|Unicode|punycode|Cyrillic)\b|U\+[0-9A-F]{4}/i

const maxNamed = 100

export const rule: Rule = {
  name: 'look-alike',
  severity: 'error',
  fix: 'writes the Latin letters, unless they are in code or the text may be about them',
  expects: 'A word of Latin letters has no letter of another alphabet that looks like one.',
  why: 'Nobody sees the difference, search does not find the word, and an address leads elsewhere.',
  wrong: 'What is h\\u0435at?        (a Cyrillic е)',
  right: 'What is heat?',

  *findInBytes(raw) {
    if (!foreign.test(raw)) return
    let named = 0
    const text = new RawText(raw)
    for (const { index, 0: found } of raw.matchAll(word)) {
      const letters = [...found]
      const odd = letters.findIndex((letter) => lookAlikes.has(letter))
      const latin = letters.filter((letter) => /[A-Za-z]/.test(letter)).length
      const isMixed = letters.every((letter) => /[A-Za-z]/.test(letter) || lookAlikes.has(letter))
      if (odd === -1 || !isMixed || latin < 2 || latin * 2 < letters.length) continue
      if (named++ === maxNamed) break
      const plain = toPlain(found)
      const code = letters[odd]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
      const message = `“${letters[odd]}” in “${found}” is U+${code}, a letter of another alphabet that looks like ${lookAlikes.get(letters[odd] ?? '')}. Write ${plain}.`
      if (topic.test(raw) || text.isMentionOf(index, index + found.length, toPlain)) {
        yield { at: index + odd, message: `${message} If it is meant, list look-alike in check_off.` }
      } else yield { at: index + odd, message, fix: [{ start: index, end: index + found.length, text: plain }] }
    }
  },
}

const toPlain = (text: string) => Array.from(text, (letter) => lookAlikes.get(letter) ?? letter).join('')
