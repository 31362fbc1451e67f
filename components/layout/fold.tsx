import type { ReactNode } from 'react'

type FoldProps = { title: string; className: string; children: ReactNode }

/** Links that are collapsed on a phone; `unfolded` in `className` opens them where there is room beside the page. */
export function Fold({ title, className, children }: FoldProps) {
  return (
    <details className={`rounded-xl border border-line bg-card text-md ${className}`}>
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{title}</summary>
      <nav aria-label={title} className="px-4 pb-3.5 print:hidden">
        {children}
      </nav>
    </details>
  )
}
