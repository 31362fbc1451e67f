/** Who stays so long visits a question, and who sees its end no sooner than that has read it. In milliseconds. */
const leastVisit = 5_000
const leastReading = 10_000

/**
 * Tests a reader of the answer, saves it for later, and notes that it was read: each loads what it needs when it
 * begins.
 */
class SelfTest extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout>[] = []
  #observer = new IntersectionObserver(async ([entry]) => {
    if (!entry?.isIntersecting) return
    this.#observer.disconnect()
    ;(await import('@/components/reading/reading')).noteRead()
  })

  connectedCallback() {
    addEventListener('hashchange', this.#begin)
    const button = this.querySelector('button')
    if (button) button.onclick = async () => (await import('./practise')).saveThis(button)
    this.#waiting = [
      setTimeout(async () => (await import('@/components/reading/reading')).beginReading(), leastVisit),
      setTimeout(() => this.#observer.observe(this.parentElement as Element), leastReading),
    ]
    this.#begin()
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#begin)
    this.#waiting.forEach(clearTimeout)
    this.#observer.disconnect()
  }

  readonly #begin = async () => {
    const hash = this.querySelector('a')?.hash
    const section = hash && document.getElementById(hash.slice(1))
    if (section && (location.hash === hash || section.dataset.state))
      (await import('./practise')).showTest(section, location.hash.slice(1))
  }
}

customElements.define('self-test', SelfTest)
