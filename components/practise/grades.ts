import { putEntries, readEntry } from '@/components/browser/database'
import { whenShownAgain } from '@/components/browser/shown-again'
import { getQuestion } from '@/components/reading/visits'
import { type Card, isOpen, listCards, listRatings, type Plan, type RatedCard, readPlan } from './cards'
import { toDate, today } from './days'
import { make } from './make'
import { moveHere } from './moves'
import { showNext } from './next-question'
import { cachePage } from './offline'

const grades = ['Again', 'Hard', 'Good', 'Easy']

const choice = `<fieldset class="grades"><legend>How well did you know it?</legend>${grades
  .map((grade) => `<button type="button" class="button">${grade}<small></small></button>`)
  .join('')}<p role="status"></p></fieldset>`

/** The grades below a test. */
export type Grades = { element: HTMLElement; suggest: (grade: number) => void }

/** Shows four grades, each with the date on which the question would be due again; stores the chosen one. */
export function showGrades(section: HTMLElement): Grades {
  const element = make<HTMLFieldSetElement>(choice)
  const buttons = [...element.querySelectorAll('button')]
  section.append(element)
  offer(element, buttons)
  const suggest = (grade: number) => {
    for (const [index, button] of buttons.entries()) button.classList.toggle('suggested', index === grade - 1)
    const label = element.querySelector('legend') as HTMLElement
    label.textContent = `How well did you know it? Suggested: ${grades[grade - 1]}`
  }
  return { element, suggest }
}

function offer(element: HTMLElement, buttons: HTMLButtonElement[]) {
  const status = element.querySelector('p') as HTMLElement
  let kept: Promise<[Card, Plan]>
  let gradedOn: number | undefined

  const read = () => moveHere().then(() => Promise.all([getCard(), readPlan()]))

  /** Shows the current dates. */
  async function show() {
    if (gradedOn === today()) return showNext(element, (await kept)[0].path)
    const [card, plan] = await read()
    const counts = isOpen(card)
    for (const [index, { review }] of listRatings(card, plan).entries()) {
      const button = buttons[index] as HTMLButtonElement
      button.removeAttribute('aria-pressed')
      const small = button.querySelector('small') as HTMLElement
      small.textContent = counts ? toDate(review.due) : ''
    }
    status.textContent = counts ? '' : toUnchanged(card)
  }

  for (const [index, button] of buttons.entries())
    button.onclick = async () => {
      // Read the card again, however long ago the answer was compared; but on the same day another grade replaces the one
      // chosen here.
      if (gradedOn !== today()) kept = read()
      gradedOn = today()
      const [card, plan] = await kept
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
      const rated = listRatings(card, plan)[index] as RatedCard
      status.textContent = isOpen(card) ? await keep(rated) : toUnchanged(card)
      await showNext(element, card.path)
    }
  void show()
  whenShownAgain(show)
}

const toUnchanged = ({ review }: Card) =>
  `It is due ${toDate(review?.due ?? today())}. Practising it early does not change that.`

async function keep(rated: RatedCard): Promise<string> {
  const isFirst = !(await listCards())?.some(({ review }) => review)
  if (!(await putEntries('cards', [rated])))
    return 'This browser stores nothing for this site, so the date was not saved.'
  // Browsers may clear a site's storage unless it requests persistence; they may ask the visitor for permission.
  void cachePage(rated.path)
  if (isFirst) void navigator.storage?.persist?.()
  return `Noted. Due again ${toDate(rated.review.due)}.`
}

/** The card of the question on this page; a new one if none is stored. */
async function getCard(): Promise<Card> {
  const question = getQuestion()
  return { at: 0, ...(await readEntry<Card>('cards', question.path)), ...question, gone: false }
}
