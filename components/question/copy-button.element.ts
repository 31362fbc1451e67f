/** So long the button says what it did, in milliseconds. */
const shownFor = 2000

/** Copies the program in whose bar the button is, or the address of the page with the section it is at. */
class CopyButton extends HTMLElement {
  #copying = false

  connectedCallback() {
    this.addEventListener('click', this.#copy)
  }

  readonly #copy = async () => {
    const button = this.querySelector('button')
    if (!button || this.#copying) return
    this.#copying = true
    const label = button.textContent
    const code = this.closest('.code')?.querySelector('pre')
    const copied = await navigator.clipboard.writeText(code ? code.textContent : location.href).then(
      () => true,
      () => false,
    )
    button.textContent = copied ? 'Copied' : code ? 'Press Ctrl+C' : 'Copy it from the address bar'
    if (!copied && code) getSelection()?.selectAllChildren(code)
    setTimeout(() => {
      button.textContent = label
      this.#copying = false
    }, shownFor)
  }
}

customElements.define('copy-button', CopyButton)
