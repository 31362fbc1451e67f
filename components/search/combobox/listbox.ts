/** An option of the list: a link or an action. `html` is safe HTML. */
export type Option = { html: string; href?: string; choose?: () => void }

/**
 * The list below the field, after https://www.w3.org/WAI/ARIA/apg/patterns/combobox/: the focus stays in the field, which
 * names the active option.
 */
export function createListbox(form: HTMLFormElement, input: HTMLInputElement) {
  const popup = document.createElement('div')
  popup.className = 'search-popup'
  popup.hidden = true
  const note = document.createElement('p')
  const list = document.createElement('div')
  list.role = 'listbox'
  list.id = `search-options-${document.querySelectorAll('.search-popup').length}`
  list.ariaLabel = 'Search results'
  popup.append(note, list)
  const status = document.createElement('p')
  status.role = 'status'
  status.className = 'sr-only'
  form.append(popup, status)

  input.role = 'combobox'
  input.ariaAutoComplete = 'list'
  input.ariaExpanded = 'false'
  input.setAttribute('aria-controls', list.id)
  // The pointer must not take the focus from the field.
  popup.addEventListener('pointerdown', (event) => event.preventDefault())

  let active = -1
  const options = () => [...list.children] as HTMLElement[]
  const addressOf = (option: HTMLElement | undefined) => option?.getAttribute('href')?.split('#')[0]

  function activate(index: number) {
    const all = options()
    all[active]?.setAttribute('aria-selected', 'false')
    active = index
    const option = all[active]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }

  function close() {
    popup.hidden = true
    input.ariaExpanded = 'false'
    activate(-1)
  }

  return {
    close,
    isOpen: () => !popup.hidden,
    active: () => options()[active],
    leave: () => activate(-1),

    /** Moves to the next or previous option; the field itself is a stop between the last and the first. */
    move(step: 1 | -1) {
      const count = options().length + 1
      activate(((active + 1 + step + count) % count) - 1)
    },

    /**
     * Shows options, with a line above them, and announces what is shown to screen readers. The option that was activated by
     * keyboard stays active if it is still offered, as new options may arrive later.
     */
    open(shown: readonly Option[], { line = '', spoken }: { line?: string; spoken: string }) {
      const kept = addressOf(options()[active])
      note.textContent = line
      note.hidden = line === ''
      list.replaceChildren(...shown.map((option, index) => toElement(option, `${list.id}-${index}`)))
      popup.hidden = shown.length === 0 && line === ''
      input.ariaExpanded = String(shown.length > 0)
      status.textContent = spoken
      activate(kept ? options().findIndex((option) => addressOf(option) === kept) : -1)
    },
  }
}

function toElement({ html, href, choose }: Option, id: string): HTMLElement {
  const element = document.createElement(href ? 'a' : 'div')
  element.role = 'option'
  element.id = id
  element.ariaSelected = 'false'
  element.tabIndex = -1
  element.innerHTML = html
  if (href) element.setAttribute('href', href)
  if (choose) element.addEventListener('click', choose)
  return element
}
