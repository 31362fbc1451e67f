import type { Grades } from './grades'
import { make } from './make'

const list = `<fieldset class="points"><legend>Which points did you have?</legend><p role="status"></p></fieldset>`

/**
 * Shows the points of an answer as checkboxes, suggests a grade from how many are ticked, and marks the others in the
 * answer. Does nothing if it has no points.
 */
export function showChecklist(section: HTMLElement, answer: HTMLElement, grades: Grades): HTMLElement | undefined {
  const template = section.querySelector('template')
  const points = [...(template?.content.firstElementChild?.children ?? [])]
  if (!template || points.length === 0) return undefined
  const fieldset = make<HTMLFieldSetElement>(list)
  const status = fieldset.querySelector('p') as HTMLElement
  const boxes = points.map((point) => {
    const label = make<HTMLLabelElement>('<label><input type="checkbox"><span></span></label>')
    label.querySelector('span')?.append(...point.cloneNode(true).childNodes)
    status.before(label)
    return label.querySelector('input') as HTMLInputElement
  })
  const marked = 'marked' in template.dataset
  fieldset.onchange = () => {
    const had = boxes.filter(({ checked }) => checked).length
    const grade = had * 2 < boxes.length ? 1 : had < boxes.length * 0.8 ? 2 : 3
    status.textContent = `${had} of ${boxes.length}`
    grades.suggest(grade)
    if (marked)
      boxes.forEach(({ checked }, index) => {
        markMissed(answer.querySelector(`[data-point="${index}"]`), !checked)
      })
  }
  grades.element.before(fieldset)
  return fieldset
}

/** Marks a missed point of the answer with a word, which screen readers read too. */
function markMissed(point: Element | null, missed: boolean) {
  const mark = point?.querySelector('.missed')
  if (missed && point && !mark) point.prepend(make('<span class="missed">Missed</span>'))
  if (!missed) mark?.remove()
}
