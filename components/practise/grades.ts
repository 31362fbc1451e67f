import { putEntries, readEntry } from '@/components/browser/database'
import { getQuestion } from '@/components/reading/visits'
import { type Card, isOpen, listCards, listRatings, readPlan } from './cards'
import { toDate, today } from './days'
import { make } from './make'
import { showNext } from './next-question'
import { keepPage } from './offline'

const grades = ['Again', 'Hard', 'Good', 'Easy']

const choice = `<fieldset class="grades"><legend>How well did you know it?</legend>${grades
  .map((grade) => `<button type="button" class="button">${grade}<small></small></button>`)
  .join('')}<p role="status"></p></fieldset>`

/** The grades below a test. */
export type Grades = { element: HTMLElement; suggest: (grade: number) => void }

/** Shows four grades, each with the day on which the question would come again; the one that is chosen is kept. */
export function showGrades(section: HTMLElement): Grades {
  const element = make<HTMLFieldSetElement>(choice)
  const buttons = [...element.querySelectorAll('button')]
  section.append(element)
  void offer(element, buttons)
  const suggest = (grade: number) => {
    for (const [index, button] of buttons.entries()) button.classList.toggle('suggested', index === grade - 1)
    const label = element.querySelector('legend') as HTMLElement
    label.textContent = `How well did you know it? Suggested: ${grades[grade - 1]}`
  }
  return { element, suggest }
}

async function offer(element: HTMLElement, buttons: HTMLButtonElement[]) {
  const status = element.querySelector('p') as HTMLElement
  const [card, plan, cards] = await Promise.all([getCard(), readPlan(), listCards()])
  const counts = isOpen(card)
  const ratings = listRatings(card, plan)
  for (const [index, button] of buttons.entries()) {
    const rated = ratings[index] as (typeof ratings)[number]
    const small = button.querySelector('small') as HTMLElement
    if (counts) small.textContent = toDate(rated.review.due)
    button.onclick = async () => {
      for (const other of buttons) other.ariaPressed = String(other === button)
      status.textContent = counts ? await keep(rated, cards) : toUnchanged(card)
      await showNext(element, card.path)
    }
  }
  if (!counts) status.textContent = toUnchanged(card)
}

const toUnchanged = ({ review }: Card) =>
  `It is due ${toDate(review?.due ?? today())}. Practising it before changes no date.`

async function keep(rated: Card & Required<Pick<Card, 'review'>>, cards: Card[] | undefined): Promise<string> {
  const isFirst = !cards?.some(({ review }) => review)
  if (!(await putEntries('cards', [rated]))) return 'This browser keeps nothing for this site: the date is not noted.'
  // Browsers may clear what a site keeps unless it asks, and may ask the visitor in turn.
  void keepPage(rated.path)
  if (isFirst) void navigator.storage?.persist?.()
  return `Noted: it comes again ${toDate(rated.review.due)}.`
}

/** The card of the question on this page; a new one where none is kept. */
async function getCard(): Promise<Card> {
  const question = getQuestion()
  return { at: 0, ...(await readEntry<Card>('cards', question.path)), ...question }
}
