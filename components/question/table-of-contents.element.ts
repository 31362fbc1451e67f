/** Marks the last heading above the middle of the window. */
class TableOfContents extends HTMLElement {
  #observer: IntersectionObserver | undefined

  connectedCallback() {
    const links = [...this.querySelectorAll('a')]
    const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [])
    this.#observer = new IntersectionObserver(
      () => {
        const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2)
        for (const [index, link] of links.entries()) {
          if (index === passed.length - 1) link.setAttribute('aria-current', 'location')
          else link.removeAttribute('aria-current')
        }
      },
      { rootMargin: '0px 0px -50% 0px' },
    )
    for (const heading of headings) this.#observer.observe(heading)
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }
}

customElements.define('table-of-contents', TableOfContents)
