import dynamic from 'next/dynamic'
import type { RenderedAnswer } from '@/lib/answer/render'
import { answerId } from '@/lib/core/routes'
import { FormulaFonts } from './formula-fonts'

const FormulaStyle = dynamic(() => import('./formula-style'))

/** The answer, rendered on the server; its HTML is safe by the contract of `renderAnswer`. */
export function Answer({ answer }: { answer: RenderedAnswer }) {
  return (
    <>
      <FormulaFonts fonts={answer.formulaFonts} />
      {answer.formulaFonts.length > 0 && <FormulaStyle />}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: renderAnswer escapes or sanitises what authors write */}
      <div id={answerId} className="answer prose" dangerouslySetInnerHTML={{ __html: answer.html }} />
    </>
  )
}
