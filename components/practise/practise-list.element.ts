import { listEntries } from '@/components/browser/database'
import { whenShownAgain } from '@/components/browser/shown-again'

/** Marks the questions of a list that were read to the end, and starts a round of ten. */
class PractiseList extends HTMLElement {
  #showing: AbortController | undefined

  connectedCallback() {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a')].filter(
      ({ pathname, hash }) => hash === '' && pathname.includes('/questions/'),
    )
    const button = this.querySelector('button')
    if (button) {
      button.hidden = links.length === 0
      button.onclick = async () => (await import('./practise')).beginRound(links)
    }
    this.#showing = whenShownAgain(() => showRead(links))
    void showRead(links)
  }

  disconnectedCallback() {
    this.#showing?.abort()
  }
}

async function showRead(links: HTMLAnchorElement[]) {
  const read = new Set((await listEntries<{ path: string }>('read'))?.map(({ path }) => path))
  for (const mark of document.querySelectorAll('main li > .read')) mark.remove()
  for (const link of links) {
    const row = link.closest('li')
    if (!row || !read.has(link.pathname) || row.querySelector('.read')) continue
    const mark = document.createElement('span')
    mark.className = 'read'
    mark.textContent = 'Read'
    row.prepend(mark)
  }
}

customElements.define('practise-list', PractiseList)
