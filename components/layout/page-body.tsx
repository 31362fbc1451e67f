import type { ReactNode } from 'react'

/** The width and the margins that every page shares. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="page">{children}</div>
}
