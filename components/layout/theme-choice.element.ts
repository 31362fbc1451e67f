import { store } from '@/components/browser/storage'
import { type Theme, themeKey, themes } from '@/lib/core/design/theme'
import { paper } from '@/lib/core/design/tokens'

/** Shows which theme is chosen, and remembers the choice. */
class ThemeChoice extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector('select')
    const theme = toTheme(document.documentElement.dataset.theme)
    show(theme)
    if (select) select.value = theme ?? ''
    this.addEventListener('change', choose)
  }
}

function choose({ target }: Event) {
  const theme = toTheme((target as HTMLSelectElement).value)
  store(themeKey, theme ?? null)
  show(theme)
}

const toTheme = (name: string | undefined) => themes.find((theme) => theme === name)

/** Shows the page, and the browser around it, in a theme; in the system's where none is given. */
function show(theme: Theme | undefined) {
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = paper[theme ?? (meta.media.includes('dark') ? 'dark' : 'light')]
  }
}

customElements.define('theme-choice', ThemeChoice)
