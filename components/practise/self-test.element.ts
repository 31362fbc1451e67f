/** In milliseconds: how long a visit lasts at least, and how soon seeing the end of the answer counts as reading it. */
const leastVisit = 5_000
const leastReading = 10_000

/** Tests the reader on the answer, saves it for later, and records that it was read; the code for each is loaded on demand. */
class SelfTest extends HTMLElement {
  #observer = new IntersectionObserver(async (entries) => {
    if (!entries[0]?.isIntersecting) return
    this.#observer.disconnect()
    ;(await import('@/components/reading/reading')).recordRead()
  })

  connectedCallback() {
    const button = this.querySelector('button') as HTMLButtonElement
    button.onclick = async () => (await import('./practise')).saveThis(button)
    setTimeout(
      async () => this.isConnected && (await import('@/components/reading/reading')).beginReading(),
      leastVisit,
    )
    setTimeout(() => this.isConnected && this.#observer.observe(this.parentElement as Element), leastReading)
    addEventListener('hashchange', this.#begin)
    this.#begin()
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#begin)
    this.#observer.disconnect()
  }

  readonly #begin = async () => {
    const section = document.querySelector('.practise') as HTMLElement
    if (location.hash === `#${section.id}` || section.dataset.state) (await import('./practise')).showTest(section)
  }
}

customElements.define('self-test', SelfTest)
