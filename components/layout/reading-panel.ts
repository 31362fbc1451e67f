import { readStored, store } from '@/components/browser/storage'
import { type ReadingChoice, readingChoices } from '@/lib/core/design/reading-choices'

/** The labels of each setting and its values: the default first, then those that can be stored. */
const names: Record<ReadingChoice, [label: string, ...values: string[]]> = {
  theme: ['Theme', 'System default', 'Light', 'Dark'],
  size: ['Text size', 'Normal', 'Small', 'Large', 'Larger'],
  spacing: ['Line spacing', 'Normal', 'Wide', 'Wider'],
  typeface: ['Typeface', 'Serif', 'Sans serif'],
  width: ['Text width', 'Normal', 'Narrow', 'Wide'],
}

const { dataset } = document.documentElement

const fields = (Object.keys(names) as ReadingChoice[]).map((choice) => {
  const [label, ...values] = names[choice]
  const options = values.map((name, at) => `<option value="${readingChoices[choice][at - 1] ?? ''}">${name}</option>`)
  return `<label>${label}<select name="${choice}">${options.join('')}</select></label>`
})

const markup = `<div class="reading-panel" role="group" aria-label="Reading settings">${fields.join('')}</div>`

/** Opens the settings below a button, or closes them. */
export function togglePanel(button: HTMLButtonElement) {
  const around = button.parentElement as HTMLElement
  const open = around.querySelector('.reading-panel')
  button.setAttribute('aria-expanded', String(!open))
  if (open) return open.remove()
  button.insertAdjacentHTML('afterend', markup)
  const panel = around.querySelector('.reading-panel') as HTMLElement
  for (const select of panel.querySelectorAll('select')) {
    select.value = dataset[select.name] ?? ''
    select.onchange = () => choose(select)
  }
  panel.onkeydown = ({ key }) => {
    if (key !== 'Escape') return
    togglePanel(button)
    button.focus()
  }
  panel.querySelector('select')?.focus()
  const leave = ({ target }: Event) => {
    if (around.contains(target as Node)) return
    removeEventListener('pointerdown', leave)
    removeEventListener('focusin', leave)
    if (panel.isConnected) togglePanel(button)
  }
  addEventListener('pointerdown', leave)
  addEventListener('focusin', leave)
}

/** Whether storage is refused: settings then apply to this page only. */
let isRefused = false

/** Applies the stored settings, which another page may have changed since this one was loaded, then the theme. */
export function showStored(showTheme: () => void) {
  if (isRefused) return
  for (const [name, values] of Object.entries(readingChoices))
    set(name, values.find((value) => value === readStored(name)) ?? '')
  showTheme()
}

function set(name: string, value: string) {
  if (value) dataset[name] = value
  else delete dataset[name]
}

function choose({ name, value }: HTMLSelectElement) {
  set(name, value)
  store(name, value || null)
  isRefused = readStored(name) !== (value || null)
}
