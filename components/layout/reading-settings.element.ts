import { whenShownAgain } from '@/components/browser/shown-again'
import { paper } from '@/lib/core/design/tokens'

/** Applies the chosen theme to the browser's own interface, and opens the settings. */
class ReadingSettings extends HTMLElement {
  connectedCallback() {
    showTheme()
    const button = this.querySelector('button')
    if (button) button.onclick = async () => (await import('./reading-panel')).togglePanel(button)
    // The panel has updated the page by then.
    this.onchange = showTheme
  }
}

function showTheme() {
  const { theme } = document.documentElement.dataset
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paper[(theme ?? (meta.media.includes('dark') ? 'dark' : 'light')) as keyof typeof paper]
}

// For the page, not for one element: settings may have been changed on another page. Offline, they stay as they are.
whenShownAgain(() =>
  import('./reading-panel').then(
    ({ showStored }) => showStored(showTheme),
    () => {},
  ),
)

customElements.define('reading-settings', ReadingSettings)
