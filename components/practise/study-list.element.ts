import { removeEntry } from '@/components/browser/database'
import { fill } from '@/components/browser/fill'
import { whenShownAgain } from '@/components/browser/shown-again'
import { testId } from '@/lib/core/routes'
import { type Card, listCards, type Plan, readPlan, storePlan } from './cards'
import { fromField, toDate, today, toField } from './days'
import { followCards } from './moves'
import { listDue } from './queue'
import { forgetAll, loadFile, saveFile } from './study-file'

/** From this many questions on, the page advises saving them to a file. */
const worthSaving = 10

/** The study page: questions due today, saved for later, all others, and those removed from the site; the plan; the backup. */
class StudyList extends HTMLElement {
  #showing: AbortController | undefined

  connectedCallback() {
    this.onclick = ({ target }) => this.#press(target as HTMLElement)
    this.onchange = ({ target }) => this.#change(target as HTMLInputElement)
    this.#showing = whenShownAgain(() => this.#show())
    void this.#show()
  }

  disconnectedCallback() {
    this.#showing?.abort()
  }

  async #show(message?: string) {
    const [cards, plan] = await Promise.all([listCards(), readPlan()])
    const focused = document.activeElement
    const gone = cards?.filter((card) => card.gone) ?? []
    const rated = (cards ?? []).filter((card) => card.review && !card.gone)
    const due = listDue(rated, today(), plan.limit)
    const later = rated.filter((card) => !due.includes(card)).sort((a, b) => toDue(a) - toDue(b))
    this.#fill('due', due)
    this.#fill('saved', cards?.filter((card) => !card.review && !card.gone) ?? [])
    this.#fill('others', later, (card) => (toDue(card) > today() ? toDate(toDue(card)) : 'due, over your limit'))
    this.#fill('gone', gone)
    this.#part('empty').hidden = cards?.length !== 0
    this.#part('advice').hidden = rated.length < worthSaving
    this.#say(message ?? (cards ? toSummary(due.length, rated.length + gone.length) : refused))
    this.#showPlan(plan)
    this.#part('rest').className = ''
    if (!focused?.isConnected && document.activeElement === document.body) this.#part('status').focus()
    if (await followCards([...due, ...gone])) await this.#show(message)
  }

  #fill(name: string, cards: Card[], toNote = (_: Card) => '') {
    const part = this.#part(name)
    part.hidden = cards.length === 0
    fill(
      part.querySelector('ol, ul'),
      cards.map((card) => {
        const row = this.querySelector('template')?.content.firstElementChild?.cloneNode(true) as HTMLLIElement
        const [link, note, button] = row.children as unknown as [HTMLAnchorElement, HTMLElement, HTMLButtonElement]
        link.href = `${card.path}#${testId}`
        link.textContent = card.title
        note.textContent = toNote(card)
        button.setAttribute('aria-label', `Remove: ${card.title}`)
        button.dataset.path = card.path
        return row
      }),
    )
  }

  /** Unless the visitor is typing in it. */
  #showPlan({ limit, exam }: Plan) {
    if (this.querySelector('form :focus')) return
    this.#field('limit').value = String(limit)
    this.#field('exam').value = exam === undefined ? '' : toField(exam)
  }

  async #press(target: HTMLElement) {
    if (!(target instanceof HTMLButtonElement)) return
    if (target.value === 'save') await saveFile()
    if (target.value === 'forget' && confirm('Forget all questions, dates and saved pages in this browser?')) {
      await forgetAll()
      await this.#show('Everything has been forgotten.')
    }
    if (target.value === 'remove') {
      await removeEntry('cards', target.dataset.path as string)
      await this.#show('Removed.')
      this.#part('status').focus()
    }
  }

  async #change(input: HTMLInputElement) {
    if (input.type === 'file') {
      const [file] = input.files ?? []
      if (file) await this.#show(await loadFile(file))
      input.value = ''
    } else if (this.querySelector('form')?.reportValidity()) {
      const exam = fromField(this.#field('exam').value)
      await storePlan({ limit: this.#field('limit').valueAsNumber, exam })
      await this.#show()
    }
  }

  #say(message: string) {
    const status = this.#part('status')
    if (status.textContent !== message) status.textContent = message
  }

  #field(name: string) {
    return this.querySelector(`[name=${name}]`) as HTMLInputElement
  }

  #part(name: string) {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement
  }
}

const toDue = ({ review }: Card) => review?.due ?? 0

const refused = 'This browser stores nothing for this site, so there is no list. You can still test yourself.'

const toSummary = (due: number, rated: number) =>
  rated === 0 ? 'You are not practising anything yet.' : due === 0 ? 'Nothing more is due today.' : `${due} due today`

customElements.define('study-list', StudyList)
