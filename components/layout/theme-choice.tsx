'use client'

import { useEffect, useRef } from 'react'
import { type Theme, themeKey, themes } from '@/lib/design/theme'
import { colors } from '@/lib/design/tokens'

const findChosen = () => themes.find((theme) => theme === document.documentElement.dataset.theme)

/** Shows the page, and the browser around it, in a theme; in the system's where none is given. */
function show(theme: Theme | undefined) {
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = colors.paper[theme ?? (meta.media.includes('dark') ? 'dark' : 'light')]
  }
}

function remember(theme: Theme | undefined) {
  try {
    if (theme) localStorage.setItem(themeKey, theme)
    else localStorage.removeItem(themeKey)
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}

/** The choice between the system's theme, light and dark: the browser's own list, behind a picture. */
export function ThemeChoice() {
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    const chosen = findChosen()
    if (chosen) show(chosen)
    if (select.current) select.current.value = chosen ?? ''
  }, [])
  return (
    <label className="theme-choice">
      <span className="sr-only">Theme</span>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M12 3.5a8.5 8.5 0 0 1 0 17Z" fill="currentColor" />
      </svg>
      <select
        ref={select}
        onChange={({ target }) => {
          const theme = themes.find((name) => name === target.value)
          remember(theme)
          show(theme)
        }}
      >
        <option value="">As the system</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  )
}
