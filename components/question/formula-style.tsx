// biome-ignore lint/plugin: no behaviour: at a client boundary Next puts the style sheet into a file of its own
'use client'

import 'katex/dist/katex.min.css'

/** Loads the style sheet for formulas, only on pages that have some. */
export default function FormulaStyle() {
  return null
}
