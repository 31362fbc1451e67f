/** So long a button says what it did, in milliseconds. */
const shownFor = 2000

/** Makes the buttons copy the program above which they stand, or the address of the page with the section it is at. */
export function makeCopyButtonsWork() {
  document.addEventListener('click', copy)
}

async function copy({ target }: MouseEvent) {
  const button = (target as Element).closest<HTMLButtonElement>('[data-copy-code], [data-copy-link]')
  if (!button || button.dataset.label) return
  const code = button.closest('.code')?.querySelector('pre')
  const copied = await navigator.clipboard.writeText(code ? code.textContent : location.href).then(
    () => true,
    () => false,
  )
  button.dataset.label = button.textContent
  button.textContent = copied ? 'Copied' : code ? 'Press Ctrl+C' : 'Copy it from the address bar'
  if (!copied && code) getSelection()?.selectAllChildren(code)
  setTimeout(() => {
    button.textContent = button.dataset.label ?? ''
    delete button.dataset.label
  }, shownFor)
}
