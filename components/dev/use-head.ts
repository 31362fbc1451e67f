import { useEffect, useState } from 'react'

/** What a search engine reads from the current page, updated as the page changes. */
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
  // Take the last: if the page is refreshed before React has hydrated the head, React adds new elements and leaves the old.
  const read = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].at(-1)?.getAttribute(attribute) ?? ''
  const crumbs = [...document.querySelectorAll('nav[aria-label="Breadcrumb"] a')].slice(1)
  return {
    title: document.title,
    description: read('meta[name="description"]', 'content'),
    // A subject's name follows its badge.
    breadcrumbs: [location.host, ...crumbs.map(({ lastChild }) => lastChild?.textContent ?? '')],
    canonical: read('link[rel="canonical"]', 'href'),
    indexed: !read('meta[name="robots"]', 'content').includes('noindex'),
  }
}
