import type { ReactNode } from 'react'

/** The width and margins that all pages share. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="mx-auto max-w-page px-4 pt-4 pb-8 sm:px-6 print:p-0">{children}</div>
}
