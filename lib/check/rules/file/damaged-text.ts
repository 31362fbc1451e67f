import type { Rule } from '../../rule'

/** The replacement character, and what UTF-8 looks like when it is read as Windows-1252 and saved again. */
const damage = /\uFFFD|â€[\u0080-\u009F\u0153\u02DC\u2018-\u2022\u20AC\u2122¦]|Ã[\u0080-\u00BF]|Â[\u00A0-\u00BF]/g

/** Characters that nobody types: terminal control characters, and marks that reverse the text direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/g

export const rule: Rule = {
  name: 'damaged-text',
  severity: 'error',
  expects: 'Text has no letters that were lost or mistaken when it was copied or converted, and no unseen characters.',
  why: 'Readers see “�” or “â€™” where a letter was. Only the author knows which. What nobody sees, no reviewer sees either.',
  wrong: 'Newtonâ€™s caf� theory',
  right: 'Newton’s café theory',

  *findInBytes(raw) {
    for (const { index, 0: found } of raw.matchAll(damage)) {
      const message = `“${found}” is a letter that was lost when the text was copied or converted. Write the letter that was meant.`
      yield { at: index, message }
    }
    for (const { index, 0: found } of raw.replace(damage, (text) => ' '.repeat(text.length)).matchAll(unseen)) {
      const name = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
      yield { at: index, message: `${name} is here, a character that nobody sees. Remove it.` }
    }
  },
}
