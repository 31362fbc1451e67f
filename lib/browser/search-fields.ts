/** The forms that show results while somebody types. */
const forms = '.search-field form'

/**
 * Makes search fields show results while somebody types; what does that is loaded when a field is first used. A key
 * leads to the first field that is shown.
 */
export function makeSearchFieldsAnswer() {
  const fields = [...document.querySelectorAll<HTMLFormElement>(forms)].flatMap((form) => {
    const input = form.querySelector<HTMLInputElement>('input[type=search]')
    return input ? [{ form, input }] : []
  })
  for (const { form, input } of fields) {
    const enhance = async () => {
      const { attachCombobox } = await import('./combobox/attach')
      attachCombobox(form, input)
    }
    // Somebody may have come here before this script.
    if (document.activeElement === input) enhance()
    else input.addEventListener('focus', enhance, { once: true })
  }
  document.addEventListener('keydown', (event) => {
    const shown = fields.find(({ input }) => input.checkVisibility())
    if (!shown || !isShortcut(event)) return
    event.preventDefault()
    shown.input.focus()
    shown.input.select()
  })
}

/** “/” outside of fields, and Ctrl or ⌘ with K anywhere. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k'
  return key === '/' && !(target as Element).closest('input, textarea, select, [contenteditable]')
}
