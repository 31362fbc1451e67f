/** What begins a step: a heading, an item, or a display formula. */
const beginsStep = 'h2, h3, h4, h5, h6, li, .formula, :has(> .formula)'

/** Shows an answer step by step. */
export class Steps {
  readonly #parts: HTMLElement[]

  constructor(answer: HTMLElement) {
    this.#parts = [...answer.querySelectorAll<HTMLElement>(':scope > :not(ol, ul), :scope > :is(ol, ul) > li')]
  }

  get count() {
    return this.#parts.filter((part) => part.matches(beginsStep)).length
  }

  /** Shows one more step, at first only the first one. Returns how many parts are left. */
  showNext(): number {
    const shown = this.#parts.findIndex((part) => part.hidden)
    const first = Math.max(shown, 0)
    const next = this.#parts.findIndex((part, index) => index > first && part.matches(beginsStep))
    const end = next < 0 ? this.#parts.length : next
    for (const [index, part] of this.#parts.entries()) part.hidden = index >= end
    return this.#parts.length - end
  }

  showAll() {
    for (const part of this.#parts) part.hidden = false
  }
}
