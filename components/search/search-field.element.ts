/**
 * Shows results while somebody types; what does that is loaded when the field is first used. A key leads to the first
 * field that is shown.
 */
class SearchField extends HTMLElement {
  #combobox: Promise<void> | undefined

  connectedCallback() {
    document.addEventListener('keydown', this.#onKey)
    this.addEventListener('focusin', this.#onFocus)
    // Somebody may have come here before this script.
    if (document.activeElement === this.#input) this.#onFocus()
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey)
  }

  get #input() {
    return this.querySelector('input[type=search]') as HTMLInputElement
  }

  readonly #onFocus = () => {
    this.#combobox ??= this.#attachCombobox()
  }

  async #attachCombobox() {
    const { attachCombobox } = await import('./combobox/attach')
    attachCombobox(this.#input)
  }

  /** The fields of a page are asked in their order: the first that is shown takes the key. */
  readonly #onKey = (event: KeyboardEvent) => {
    const input = this.#input
    if (event.defaultPrevented || !isShortcut(event) || !input.offsetParent) return
    event.preventDefault()
    input.focus()
    input.select()
  }
}

/** “/” outside of fields, and Ctrl or ⌘ with K anywhere. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k'
  return key === '/' && !(target as Element).closest('input, textarea, select, [contenteditable]')
}

customElements.define('search-field', SearchField)
