/** So long the button says what it did, in milliseconds. */
const shownFor = 2000

/** Copies the program in whose bar the button is, or the address of the page. */
class CopyButton extends HTMLElement {
  #copying = false

  connectedCallback() {
    this.onclick = this.#copy
  }

  readonly #copy = async () => {
    const button = this.querySelector('button')
    if (!button || this.#copying) return
    this.#copying = true
    const label = button.textContent
    const code = this.closest('.code')?.querySelector('pre')
    // What it says then is heard too.
    button.setAttribute('aria-live', 'polite')
    let done = 'Copied'
    try {
      await navigator.clipboard.writeText(code ? code.textContent : toAddress())
    } catch {
      // A browser may refuse, and gives a page without HTTPS no clipboard at all.
      done = code ? 'Press Ctrl+C' : 'Copy it from the address bar'
      if (code) getSelection()?.selectAllChildren(code)
    }
    button.textContent = done
    setTimeout(() => {
      button.removeAttribute('aria-live')
      button.textContent = label
      this.#copying = false
    }, shownFor)
  }
}

/** The page's own address, with the section that it is at; what was searched for is not shared. */
function toAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  return (
    (canonical?.href ?? location.origin + location.pathname) + (document.querySelector(':target') ? location.hash : '')
  )
}

customElements.define('copy-button', CopyButton)
