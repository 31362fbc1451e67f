import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'

/** What can be done with an answer once it is read, and the address that stands below it on paper. */
export function ArticleFooter({ url, children }: { url: string; children: ReactNode }) {
  return (
    <footer>
      <div className="actions">
        <CopyButton />
        {children}
      </div>
      <p className="print-address">{url}</p>
    </footer>
  )
}
