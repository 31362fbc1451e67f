import katex from 'katex'
import type { Macros } from './macros'

const options = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 1000,
  maxSize: 20,
  // What a formula defines, later ones of its answer know.
  globalGroup: true,
} as const

/** Why KaTeX rejects a formula, and the offset of the error in its TeX. */
export type TexError = { message: string; position: number }

/** TeX as HTML with MathML for screen readers, which translators leave as it is, or why it does not compile. */
export function renderTex(tex: string, displayMode: boolean, macros: Macros): { html: string } | { error: TexError } {
  try {
    const html = katex.renderToString(tex, { ...options, displayMode, macros })
    return { html: html.replace('<span class="katex">', '<span class="katex" translate="no">') }
  } catch (error) {
    // KaTeX recurses at each nested brace.
    if (error instanceof RangeError) return { error: { message: 'Too many braces within braces', position: 0 } }
    // mhchem throws a name and a message.
    if (Array.isArray(error))
      return { error: { message: String(error[1]), position: Math.max(0, tex.search(chemistry)) } }
    if (!(error instanceof katex.ParseError)) throw error
    return { error: { message: error.rawMessage, position: error.position ?? 0 } }
  }
}

/** What needs `katex/contrib/mhchem`: it is loaded when the first answer has it. */
export const chemistry = /\\(?:ce|pu)(?![A-Za-z])/
