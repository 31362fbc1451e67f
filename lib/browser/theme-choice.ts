import { type Theme, themeKey, themes } from '@/lib/core/design/theme'
import { colors } from '@/lib/core/design/tokens'

/** Makes the choice of a theme show what is chosen, and remember it. */
export function makeThemeChoiceWork() {
  const select = document.querySelector<HTMLSelectElement>('.theme-choice select')
  if (!select) return
  const chosen = toTheme(document.documentElement.dataset.theme)
  if (chosen) show(chosen)
  select.value = chosen ?? ''
  select.addEventListener('change', () => {
    const theme = toTheme(select.value)
    remember(theme)
    show(theme)
  })
}

const toTheme = (name: string | undefined) => themes.find((theme) => theme === name)

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
