import type { ReactNode } from 'react'

/** The width and the margins that every page shares. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="mx-auto max-w-page px-4 py-6 sm:px-6">{children}</div>
}
