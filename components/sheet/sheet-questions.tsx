import dynamic from 'next/dynamic'
import { FormulaFonts } from '@/components/question/formula-fonts'
import type { FormulaFont } from '@/lib/answer/formula-fonts'
import type { SheetItem } from '@/lib/site/sheet-page'
import { SheetHeading } from './sheet-heading'

const FormulaStyle = dynamic(() => import('@/components/question/formula-style'))

type SheetQuestionsProps = {
  title: string
  /** The subject, if the title is one of its topics. */
  subject: string | undefined
  items: SheetItem[]
  formulaFonts: FormulaFont[]
  url: string
}

/** The questions of a sheet, each with lines to write on. */
export function SheetQuestions({ title, subject, items, formulaFonts, url }: SheetQuestionsProps) {
  return (
    <section aria-labelledby="page:sheet">
      <FormulaFonts fonts={formulaFonts} />
      {formulaFonts.length > 0 && <FormulaStyle />}
      <h1 id="page:sheet">{title}</h1>
      {subject && <p className="text-soft">{subject}</p>}
      <p className="sheet-name">
        <span>Name</span> <span>Date</span>
      </p>
      <ol className="sheet-list">
        {items.map(({ id, path, heading, headingHtml }) => (
          <li key={id} data-card={id} data-path={path} data-title={heading}>
            <SheetHeading as="h2" heading={heading} headingHtml={headingHtml} />
            <div className="sheet-lines" />
          </li>
        ))}
      </ol>
      <p className="mt-6 text-soft text-xs wrap-anywhere">{url}</p>
    </section>
  )
}
