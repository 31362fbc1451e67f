import { putEntries, readEntry } from '@/components/browser/database'
import { getQuestion, listOldPaths, listVisits, noteVisit } from './visits'

/** Notes the question of this page as the one visited last, and at the end the section that is on the screen. */
export async function beginReading() {
  if (await isKeptBefore()) await (await import('@/components/practise/practise')).moveHere()
  note()
  addEventListener('pagehide', note)
  document.addEventListener('visibilitychange', note)
}

/** Notes that somebody read the answer to its end. */
export const noteRead = () => putEntries('read', [{ path: getQuestion().path }])

/** Whether anything is kept under an old address of the question: nobody else loads what moves it. */
async function isKeptBefore() {
  const old = listOldPaths()
  const kept = old.flatMap((path) => [readEntry('cards', path), readEntry('read', path)])
  return listVisits().some(({ path }) => old.includes(path)) || (await Promise.all(kept)).some(Boolean)
}

function note() {
  noteVisit({ ...getQuestion(), section: getSection() })
}

/** The last heading above the middle of the window. */
function getSection() {
  const headings = [...document.querySelectorAll<HTMLElement>('.answer :is(h2, h3, h4)[id]:not(details:not([open]) *)')]
  const heading = headings.filter((each) => each.getBoundingClientRect().top < innerHeight / 2).at(-1)
  return heading && { id: heading.id, title: toWords(heading) }
}

/** What is drawn of its formulas, without what screen readers are given. */
function toWords(heading: HTMLElement): string {
  const copy = heading.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll('.katex-mathml')) part.remove()
  return copy.textContent?.trim() ?? ''
}
