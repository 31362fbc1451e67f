import { useEffect } from 'react'
import { loadElements } from '@/components/browser/elements'

// A custom element cannot be defined twice, so an edit to one reloads the page.
import.meta.turbopackHot?.decline()

/** Loads custom elements, as the site's script does in production, including those that appear when the page changes. */
export function useElements() {
  useEffect(() => {
    loadElements()
    const observer = new MutationObserver(loadElements)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
}
