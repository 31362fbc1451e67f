/** The fonts of formulas, and the classes that use each: see `font-family` in katex/dist/katex.css. */
const classes = {
  'Main-Regular': /\bkatex\b/,
  'Main-Bold': /\b(?:math|text)bf\b/,
  'Main-Italic': /\b(?:math|text)it\b/,
  'Math-Italic': /\bmathnormal\b/,
  'Math-BoldItalic': /\bboldsymbol\b/,
  'AMS-Regular': /\b(?:amsrm|mathbb|textbb)\b/,
  'Caligraphic-Regular': /\bmathcal\b/,
  'Fraktur-Regular': /\b(?:math|text)frak\b/,
  'SansSerif-Regular': /\b(?:math|text)sf\b/,
  'Script-Regular': /\b(?:math|text)scr\b/,
  'Typewriter-Regular': /\b(?:math|text)tt\b/,
  'Size1-Regular': /\bdelimsizing size1\b|\bdelim-size1\b|\bsmall-op\b/,
  'Size2-Regular': /\bdelimsizing size2\b|\blarge-op\b/,
  'Size3-Regular': /\bdelimsizing size3\b/,
  'Size4-Regular': /\bdelimsizing size4\b|\bdelim-size4\b/,
} as const

export type FormulaFont = keyof typeof classes

const fonts = Object.entries(classes) as [FormulaFont, RegExp][]

/** The fonts that the formulas in an answer's HTML use, except rare ones (bold Fraktur and the like). */
export function listFormulaFonts(html: string): FormulaFont[] {
  const used = new Set(Array.from(html.matchAll(/class="([^"]*)"/g), ([, names]) => names))
  const all = [...used].join('\n')
  return fonts.filter(([, pattern]) => pattern.test(all)).map(([font]) => font)
}
