'use client'

import { useEffect, useState } from 'react'
import { highlightKey } from '@/lib/routes'

type Shown = { words: string[]; places: number; clear: () => void }

/** On a page that somebody came to from a search: highlights the words, and offers to stop. */
export function FoundWords() {
  const [shown, setShown] = useState<Shown>()

  useEffect(() => {
    let clear = () => {}
    const update = async () => {
      clear()
      const words = readWords(location.hash)
      if (words.length === 0) return setShown(undefined)
      const { highlightWords } = await import('./highlight-words')
      const highlighted = highlightWords(words)
      clear = highlighted.clear
      setShown(highlighted.places > 0 ? { words, ...highlighted } : undefined)
    }
    update()
    addEventListener('hashchange', update)
    return () => {
      removeEventListener('hashchange', update)
      clear()
    }
  }, [])

  if (!shown) return null
  return (
    <search aria-label="Searched words" className="found-words">
      <p>
        {shown.places} × <b>{shown.words.join(' ')}</b>
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          shown.clear()
          setShown(undefined)
          history.replaceState(history.state, '', location.pathname)
        }}
      >
        Turn off highlights
      </button>
    </search>
  )
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
