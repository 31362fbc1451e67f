import type { ReactNode } from 'react'

/** A sentence below a heading. */
export function Lead({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <p className={`mt-3 max-w-reading text-soft text-xl leading-relaxed ${className}`}>{children}</p>
}
