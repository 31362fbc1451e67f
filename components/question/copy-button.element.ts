/** How long the button says what it did, in milliseconds. */
const shownFor = 2000

/** Copies the code block that the button belongs to, or the address of the page. */
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
    // Screen readers announce the new label.
    button.setAttribute('aria-live', 'polite')
    let done = 'Copied'
    try {
      await navigator.clipboard.writeText(code ? code.textContent : toAddress())
    } catch {
      // A browser may refuse, and without HTTPS there is no clipboard API at all.
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

/** The page's canonical address, with its current section; search words are not shared. */
function toAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  return (
    (canonical?.href ?? location.origin + location.pathname) + (document.querySelector(':target') ? location.hash : '')
  )
}

customElements.define('copy-button', CopyButton)
