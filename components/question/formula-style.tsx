// biome-ignore lint/plugin: no behaviour: Next makes the style sheet a file of its own at such a boundary
'use client'

import 'katex/dist/katex.min.css'

/** Brings the style of formulas to the pages that have some, and only to them. */
export default function FormulaStyle() {
  return null
}
