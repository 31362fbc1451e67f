import { useEffect, useState } from 'react'

/** What a search engine reads of the page that is shown: kept up to date while the page changes. */
export type PageHead = {
  title: string
  description: string
  breadcrumbs: string[]
  canonical: string
  indexed: boolean
}

export function useHead(): PageHead | undefined {
  const [head, setHead] = useState<PageHead>()
  useEffect(() => {
    const look = () => setHead(readHead())
    look()
    const observer = new MutationObserver(look)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true, attributes: true })
    return () => observer.disconnect()
  }, [])
  return head
}

function readHead(): PageHead {
  // The last: where news come before React has taken over the head, it adds new elements and leaves the old ones.
  const read = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].at(-1)?.getAttribute(attribute) ?? ''
  const crumbs = [...document.querySelectorAll('nav[aria-label="Breadcrumb"] a')].slice(1)
  return {
    title: document.title,
    description: read('meta[name="description"]', 'content'),
    // The name of a subject comes after its badge.
    breadcrumbs: [location.host, ...crumbs.map(({ lastChild }) => lastChild?.textContent ?? '')],
    canonical: read('link[rel="canonical"]', 'href'),
    indexed: !read('meta[name="robots"]', 'content').includes('noindex'),
  }
}
