import { fill } from '@/components/browser/fill'
import { whenShownAgain } from '@/components/browser/shown-again'
import { forgetVisits, listVisits, type Visit } from './visits'

/** Links to the questions, and their sections, that were visited last. */
class ContinueReading extends HTMLElement {
  #showing: AbortController | undefined

  connectedCallback() {
    this.#showing = whenShownAgain(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#showing?.abort()
  }

  #show() {
    const [last, ...others] = listVisits()
    const details = this.querySelector('details')
    if (!last || !details) return forgetVisits()
    document.documentElement.dataset.visited = ''
    fill(this.querySelector('p'), [toLink(last)])
    fill(
      details.querySelector('ul'),
      others.map((visit) => {
        const row = document.createElement('li')
        row.append(toLink(visit))
        return row
      }),
    )
    const button = details.querySelector('button')
    if (button) button.onclick = forgetVisits
    details.classList.remove('invisible')
  }
}

function toLink({ path, title, section }: Visit) {
  const link = document.createElement('a')
  link.href = section ? `${path}#${encodeURIComponent(section.id)}` : path
  const place = document.createElement('small')
  place.textContent = section?.title ?? ''
  link.append(title, ' ', place)
  return link
}

customElements.define('continue-reading', ContinueReading)
