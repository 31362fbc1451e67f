import katex from 'katex'
import type { Macros } from './macros'

const options = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 1000,
  maxSize: 20,
  // Later formulas of the answer know the commands that a formula defines.
  globalGroup: true,
} as const

/** Why KaTeX rejects a formula, and the offset of the error in its TeX. */
export type TexError = { message: string; position: number }

/** TeX as HTML with MathML for screen readers, marked as not to be translated; or why it does not compile. */
export function renderTex(tex: string, displayMode: boolean, macros: Macros): { html: string } | { error: TexError } {
  try {
    const html = katex.renderToString(tex, { ...options, displayMode, macros })
    return { html: html.replace('<span class="katex">', '<span class="katex" translate="no">') }
  } catch (error) {
    // KaTeX recurses at each nested brace.
    if (error instanceof RangeError) return { error: { message: 'Braces are nested too deeply', position: 0 } }
    // mhchem throws an array of a name and a message.
    if (Array.isArray(error))
      return { error: { message: String(error[1]), position: Math.max(0, tex.search(chemistry)) } }
    if (!(error instanceof katex.ParseError)) throw error
    return { error: { message: error.rawMessage, position: error.position ?? 0 } }
  }
}

/** Commands of `katex/contrib/mhchem`, which is loaded when the first answer has one. */
export const chemistry = /\\(?:ce|pu)(?![A-Za-z])/
