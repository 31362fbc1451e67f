/** Marks the last heading above the middle of the window. */
class TableOfContents extends HTMLElement {
  #observer: IntersectionObserver | undefined

  connectedCallback() {
    const links = [...this.querySelectorAll('a')]
    const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [])
    this.#observer = new IntersectionObserver(
      () => {
        const last = headings.findLast(isPassed)
        for (const [index, link] of links.entries()) {
          if (last && headings[index] === last) link.setAttribute('aria-current', 'location')
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

/** Headings in collapsed parts do not count. */
const isPassed = (heading: HTMLElement) =>
  heading.getBoundingClientRect().top < innerHeight / 2 && !heading.closest('details:not([open])')

customElements.define('table-of-contents', TableOfContents)
