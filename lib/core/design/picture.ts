/** Link preview pictures, in pixels: 1.91 to 1, https://ogp.me/#structured */
export const imageSize = { width: 1200, height: 630 }

/**
 * Whether the fonts of pictures (fonts.ts) have every character of a text: Latin, Greek, and common punctuation. For any
 * other character the drawing library would send a request to Google, and for an emoji to another server.
 */
export const isDrawable = (text: string) =>
  /^[\x20-\x7E\xA0-\xFF\u0100-\u0130\u0132-\u017E\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u2032\u2033\u20AC\u2212]+$/.test(
    text.normalize('NFC'),
  )

/** The font subsets that are searched for a character, in order. */
export const alphabets = ['latin', 'latin-ext', 'greek'] as const
export const toFontName = (alphabet: string) => `Literata ${alphabet}`
export const fontFamily = alphabets.map(toFontName).join(', ')
