import { useEffect } from 'react'
import { loadElements } from '@/components/browser/elements'

// An element cannot be defined twice: when one is edited, the page is loaded again.
import.meta.turbopackHot?.decline()

/** Loads custom elements, as the page cache's script does in production; those too that come when the page changes. */
export function useElements() {
  useEffect(() => {
    loadElements()
    const observer = new MutationObserver(loadElements)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
}
