import { highlightKey } from '@/lib/core/search-paths'
import { highlightWords } from './highlight-words'

/**
 * Highlights the words that the address names, and shows in the element how many places there are and a button that
 * stops it. Where there are none its place stays empty. Gives what takes the highlights away.
 */
export function showFoundWords(element: HTMLElement): () => void {
  const [count, text, button] = element.querySelectorAll<HTMLElement>('span, b, button')
  if (!count || !text || !button) return () => {}
  const { places, found, clear } = highlightWords(readWords(location.hash))
  count.textContent = String(places)
  text.textContent = found.join(' ')
  button.onclick = () => {
    clear()
    delete document.documentElement.dataset.find
    history.replaceState(history.state, '', location.pathname)
  }
  return clear
}

/** The words of `#find=first+second`; none for every other fragment. */
function readWords(hash: string): string[] {
  if (!hash.startsWith(`#${highlightKey}=`)) return []
  try {
    return hash
      .slice(highlightKey.length + 2)
      .split('+')
      .map(decodeURIComponent)
      .filter(Boolean)
  } catch {
    return []
  }
}
