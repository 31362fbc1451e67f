import { highlightKey } from '@/lib/core/routes'
import { highlightWords } from './highlight-words'

/**
 * Highlights the words that the address names, and shows in the element how many places there are and a button that
 * stops it. Gives what takes both away.
 */
export function showFoundWords(element: HTMLElement): () => void {
  const words = readWords(location.hash)
  const [bar, count, text, button] = element.querySelectorAll<HTMLElement>('search, span, b, button')
  if (words.length === 0 || !bar || !count || !text || !button) return () => {}
  const { places, clear } = highlightWords(words)
  const stop = () => {
    clear()
    bar.hidden = true
  }
  count.textContent = String(places)
  text.textContent = words.join(' ')
  bar.hidden = places === 0
  button.onclick = () => {
    stop()
    history.replaceState(history.state, '', location.pathname)
  }
  return stop
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
