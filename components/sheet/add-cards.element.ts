/** Adds the questions of a sheet to what this browser keeps for practice. */
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
