import dynamic from 'next/dynamic'
import type { RenderedAnswer } from '@/lib/answer/render'
import { CopyCode } from './copy-code'

const FormulaStyle = dynamic(() => import('./formula-style'))

/** The answer, rendered on the server; its HTML is safe by the contract of `renderAnswer`. */
export function Answer({ answer }: { answer: RenderedAnswer }) {
  return (
    <>
      {answer.hasFormulas && <FormulaStyle />}
      <div
        className="answer prose mt-8 max-w-none font-serif text-[1.125rem] leading-[1.7] sm:text-[1.1875rem]"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: renderAnswer escapes or sanitises all that authors write
        dangerouslySetInnerHTML={{ __html: answer.html }}
      />
      {answer.hasCode && <CopyCode />}
    </>
  )
}
