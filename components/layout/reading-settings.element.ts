import { whenShownAgain } from '@/components/browser/shown-again'
import { paper } from '@/lib/core/design/tokens'

/** Shows the browser around the page in the chosen theme, and opens the choices. */
class ReadingSettings extends HTMLElement {
  connectedCallback() {
    showTheme()
    const button = this.querySelector('button')
    if (button) button.onclick = async () => (await import('./reading-panel')).togglePanel(button)
    // The panel has set the page by then.
    this.onchange = showTheme
  }
}

function showTheme() {
  const { theme } = document.documentElement.dataset
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paper[(theme ?? (meta.media.includes('dark') ? 'dark' : 'light')) as keyof typeof paper]
}

// Of the page, not of the element: something else may have been chosen on another page. Without a connection it stays.
whenShownAgain(() =>
  import('./reading-panel').then(
    ({ showStored }) => showStored(showTheme),
    () => {},
  ),
)

customElements.define('reading-settings', ReadingSettings)
