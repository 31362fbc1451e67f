/**
 * Shows results as the visitor types; the code for that is loaded when the field is first used. Keyboard shortcuts focus the
 * first visible field.
 */
class SearchField extends HTMLElement {
  #combobox: Promise<void> | undefined

  connectedCallback() {
    document.addEventListener('keydown', this.#onKey)
    this.addEventListener('focusin', this.#onFocus)
    // It may have been focused before this script ran.
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

  /** Every field listens, in document order: the first visible one handles the shortcut. */
  readonly #onKey = (event: KeyboardEvent) => {
    const input = this.#input
    if (event.defaultPrevented || !isShortcut(event) || !input.offsetParent) return
    event.preventDefault()
    input.focus()
    input.select()
  }
}

/** “/” outside form fields, and Ctrl or ⌘ with K anywhere. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k'
  return key === '/' && !(target as Element).closest('input, textarea, select, [contenteditable]')
}

customElements.define('search-field', SearchField)
