import { highlightKey } from '@/lib/core/search-paths'
import { highlightWords } from './highlight-words'

/**
 * Highlights the words named in the address, and shows in the element how many matches there are and a button that turns the
 * highlights off. Without matches its space stays empty. Returns a function that removes the highlights.
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
