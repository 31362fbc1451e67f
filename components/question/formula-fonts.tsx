import type { FormulaFont } from '@/lib/answer/formula-fonts'

/** Their addresses in the build. */
const addresses: Record<FormulaFont, string> = {
  'Main-Regular': new URL('katex/dist/fonts/KaTeX_Main-Regular.woff2', import.meta.url).href,
  'Main-Bold': new URL('katex/dist/fonts/KaTeX_Main-Bold.woff2', import.meta.url).href,
  'Main-Italic': new URL('katex/dist/fonts/KaTeX_Main-Italic.woff2', import.meta.url).href,
  'Math-Italic': new URL('katex/dist/fonts/KaTeX_Math-Italic.woff2', import.meta.url).href,
  'Math-BoldItalic': new URL('katex/dist/fonts/KaTeX_Math-BoldItalic.woff2', import.meta.url).href,
  'AMS-Regular': new URL('katex/dist/fonts/KaTeX_AMS-Regular.woff2', import.meta.url).href,
  'Caligraphic-Regular': new URL('katex/dist/fonts/KaTeX_Caligraphic-Regular.woff2', import.meta.url).href,
  'Fraktur-Regular': new URL('katex/dist/fonts/KaTeX_Fraktur-Regular.woff2', import.meta.url).href,
  'SansSerif-Regular': new URL('katex/dist/fonts/KaTeX_SansSerif-Regular.woff2', import.meta.url).href,
  'Script-Regular': new URL('katex/dist/fonts/KaTeX_Script-Regular.woff2', import.meta.url).href,
  'Typewriter-Regular': new URL('katex/dist/fonts/KaTeX_Typewriter-Regular.woff2', import.meta.url).href,
  'Size1-Regular': new URL('katex/dist/fonts/KaTeX_Size1-Regular.woff2', import.meta.url).href,
  'Size2-Regular': new URL('katex/dist/fonts/KaTeX_Size2-Regular.woff2', import.meta.url).href,
  'Size3-Regular': new URL('katex/dist/fonts/KaTeX_Size3-Regular.woff2', import.meta.url).href,
  'Size4-Regular': new URL('katex/dist/fonts/KaTeX_Size4-Regular.woff2', import.meta.url).href,
}

/**
 * Preloads fonts with the page: arriving late, they would shift the lines around formulas. These are elements because React's
 * `preload` has no effect once an answer has come from its thread: the head is already complete by then.
 */
export function FormulaFonts({ fonts }: { fonts: readonly FormulaFont[] }) {
  return fonts.map((font) => (
    <link key={font} rel="preload" href={addresses[font]} as="font" type="font/woff2" crossOrigin="anonymous" />
  ))
}
