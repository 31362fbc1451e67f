/** Adds the questions of a sheet to the visitor's study list in this browser. */
class AddCards extends HTMLElement {
  connectedCallback() {
    const [button, status] = this.children as unknown as [HTMLButtonElement, HTMLElement]
    button.onclick = async () => {
      const rows = document.querySelectorAll<HTMLElement>('[data-path]')
      status.textContent = await (await import('@/components/practise/practise')).saveAll(rows)
    }
  }
}

customElements.define('add-cards', AddCards)
