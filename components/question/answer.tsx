import dynamic from 'next/dynamic'
import { preload } from 'react-dom'
import type { RenderedAnswer } from '@/lib/answer/render'

const FormulaStyle = dynamic(() => import('./formula-style'))

/** The fonts that nearly every formula needs: asked for late, they would move the lines around it when they come. */
const formulaFonts = [
  new URL('katex/dist/fonts/KaTeX_Main-Regular.woff2', import.meta.url).href,
  new URL('katex/dist/fonts/KaTeX_Math-Italic.woff2', import.meta.url).href,
]

/** The answer, rendered on the server; its HTML is safe by the contract of `renderAnswer`. */
export function Answer({ answer }: { answer: RenderedAnswer }) {
  if (answer.hasFormulas) {
    for (const font of formulaFonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  }
  return (
    <>
      {answer.hasFormulas && <FormulaStyle />}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: renderAnswer escapes or sanitises all that authors write */}
      <div className="answer prose" dangerouslySetInnerHTML={{ __html: answer.html }} />
    </>
  )
}
