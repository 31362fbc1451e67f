/** Who saw the end of an answer no sooner than this has read it. In milliseconds. */
const leastReading = 10_000

/** Tests a reader of the answer, saves it for later, and notes that it was read: each loads what it needs when it begins. */
class SelfTest extends HTMLElement {
  #reading: ReturnType<typeof setTimeout> | undefined
  #observer = new IntersectionObserver(async ([entry]) => {
    if (!entry?.isIntersecting) return
    this.#observer.disconnect()
    ;(await import('./this-question')).noteRead()
  })

  connectedCallback() {
    addEventListener('hashchange', this.#begin)
    const button = this.querySelector('button')
    if (button) button.onclick = async () => (await import('./this-question')).saveForLater(button)
    this.#reading = setTimeout(() => this.#observer.observe(this.parentElement as Element), leastReading)
    this.#begin()
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#begin)
    clearTimeout(this.#reading)
    this.#observer.disconnect()
  }

  readonly #begin = async () => {
    const hash = this.querySelector('a')?.hash
    const section = hash && document.getElementById(hash.slice(1))
    if (section && (location.hash === hash || section.dataset.state))
      (await import('./test-session')).showTest(section, location.hash.slice(1))
  }
}

customElements.define('self-test', SelfTest)
