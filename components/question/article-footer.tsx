import type { ReactNode } from 'react'

/** What can be done with an answer once it is read, and the address that stands below it on paper. */
export function ArticleFooter({ url, children }: { url: string; children: ReactNode }) {
  return (
    <footer>
      <div className="actions">
        <button type="button" className="button" data-copy-link="">
          Copy link
        </button>
        {children}
      </div>
      <p className="print-address">{url}</p>
    </footer>
  )
}
