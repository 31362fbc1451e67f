import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'

/** What can be done with an answer once it is read, and the address that is printed below it. */
export function ArticleFooter({ url, children }: { url: string; children: ReactNode }) {
  return (
    <footer>
      <div className="mt-10 flex flex-wrap items-center gap-x-5 gap-y-3 border-line border-t pt-4 text-md text-soft print:hidden">
        <CopyButton />
        {children}
      </div>
      <p className="mt-8 hidden border-line border-t pt-2 text-xs wrap-anywhere print:block">{url}</p>
    </footer>
  )
}
