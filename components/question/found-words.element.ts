/** On a page opened from a search: highlights the search words, and offers to turn that off. */
class FoundWords extends HTMLElement {
  #clear = () => {}

  connectedCallback() {
    addEventListener('hashchange', this.#update)
    this.#update()
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#update)
    this.#clear()
  }

  readonly #update = async () => {
    this.#clear()
    if (document.documentElement.dataset.find === undefined) return
    const { showFoundWords } = await import('./show-found-words')
    this.#clear()
    this.#clear = showFoundWords(this)
  }
}

customElements.define('found-words', FoundWords)
