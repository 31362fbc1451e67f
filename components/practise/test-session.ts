import { testId } from '@/lib/core/routes'
import { showChecklist } from './checklist'
import { showGrades } from './grades'
import { make } from './make'
import { Steps } from './steps'

const form = `<form>
<label>Your answer <small>It is not stored or sent anywhere.</small><textarea rows="4" autocomplete="off"></textarea></label>
<p><button class="button">Compare</button><button class="button" type="button">Next step</button></p>
</form>`

/**
 * Shows the test if the address's fragment names it: a field to write in, then the points to compare with, and grades. Ends it
 * if the reader opens the answer instead.
 */
export function showTest(section: HTMLElement) {
  const answer = document.querySelector<HTMLElement>('.answer')
  if (!answer) return
  if (location.hash === `#${testId}`) {
    if (!section.querySelector('form')) begin(section, answer)
    section.querySelector('textarea')?.focus()
  } else if (section.dataset.state === 'steps') {
    new Steps(answer).showAll()
    delete section.dataset.state
  }
}

function begin(section: HTMLElement, answer: HTMLElement) {
  const fields = make<HTMLFormElement>(form)
  const next = fields.querySelector('[type=button]') as HTMLButtonElement
  const steps = new Steps(answer)
  section.children[1]?.after(fields)
  next.hidden = steps.count < 2
  next.onclick = () => {
    section.dataset.state = 'steps'
    next.hidden = steps.showNext() === 0
    if (next.hidden) fields.querySelector('button')?.focus()
  }
  fields.onsubmit = (event) => {
    event.preventDefault()
    steps.showAll()
    for (const solution of answer.querySelectorAll<HTMLDetailsElement>('.solution')) solution.open = true
    section.dataset.state = 'compared'
    section.querySelector('p:has(> a)')?.remove()
    fields.querySelector('p')?.remove()
    const grades = showGrades(section)
    const checklist = showChecklist(section, answer, grades)
    ;(checklist ?? grades.element).querySelector<HTMLElement>('input, button')?.focus()
  }
}
