import dynamic from 'next/dynamic'
import { listFormulaFonts } from '@/lib/answer/formula-fonts'
import type { RenderedAnswer } from '@/lib/answer/render'
import { preloadFormulaFonts } from './formula-fonts'

const FormulaStyle = dynamic(() => import('./formula-style'))

/** The answer, rendered on the server; its HTML is safe by the contract of `renderAnswer`. */
export function Answer({ answer }: { answer: RenderedAnswer }) {
  if (answer.hasFormulas) preloadFormulaFonts(listFormulaFonts(answer.html))
  return (
    <>
      {answer.hasFormulas && <FormulaStyle />}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: renderAnswer escapes or sanitises all that authors write */}
      <div className="answer prose" dangerouslySetInnerHTML={{ __html: answer.html }} />
    </>
  )
}
