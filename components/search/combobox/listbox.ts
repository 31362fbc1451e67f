/** An option of the list: a link or an action. `html` is safe HTML. */
export type Option = { html: string; href?: string; choose?: () => void }

/**
 * The list below the field, after https://www.w3.org/WAI/ARIA/apg/patterns/combobox/: the focus stays in the field, which
 * names the active option.
 */
export function createListbox(form: HTMLFormElement, input: HTMLInputElement) {
  const id = `search-options-${document.querySelectorAll('.search-popup').length}`
  form.insertAdjacentHTML('beforeend', toMarkup(id))
  const [popup, status] = [...form.children].slice(-2) as [HTMLElement, HTMLElement]
  const [note, list] = popup.children as unknown as [HTMLElement, HTMLElement]
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', id)
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
    input.setAttribute('aria-expanded', 'false')
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
      list.replaceChildren(...shown.map((option, index) => toElement(option, `${id}-${index}`)))
      popup.hidden = shown.length === 0 && line === ''
      input.setAttribute('aria-expanded', String(shown.length > 0))
      status.textContent = spoken
      activate(kept ? options().findIndex((option) => addressOf(option) === kept) : -1)
    },
  }
}

const toMarkup = (id: string) =>
  `<div class="search-popup" hidden><p></p><div role="listbox" id="${id}" aria-label="Search results"></div></div><p role="status" class="sr-only"></p>`

function toElement({ html, href, choose }: Option, id: string): HTMLElement {
  const element = document.createElement(href ? 'a' : 'div')
  element.setAttribute('role', 'option')
  element.setAttribute('aria-selected', 'false')
  element.id = id
  element.tabIndex = -1
  element.innerHTML = html
  if (href) element.setAttribute('href', href)
  if (choose) element.addEventListener('click', choose)
  return element
}
