import { putEntries, readEntry } from '@/components/browser/database'
import { getQuestion, listOldPaths, listVisits, recordVisit } from './visits'

/** Records this page's question as the last one visited, and on leaving the section that is on the screen. */
export async function beginReading() {
  if (await isKeptBefore()) await (await import('@/components/practise/practise')).moveHere()
  note()
  addEventListener('pagehide', note)
  document.addEventListener('visibilitychange', note)
}

/** Records that the answer was read to its end. */
export const recordRead = () => putEntries('read', [{ path: getQuestion().path }])

/** Whether anything is stored under an old address of the question: only then is the code loaded that moves it. */
async function isKeptBefore() {
  const old = listOldPaths()
  const kept = old.flatMap((path) => [readEntry('cards', path), readEntry('read', path)])
  return listVisits().some(({ path }) => old.includes(path)) || (await Promise.all(kept)).some(Boolean)
}

function note() {
  recordVisit({ ...getQuestion(), section: getSection() })
}

/** The last heading above the middle of the window. */
function getSection() {
  const headings = [...document.querySelectorAll<HTMLElement>('.answer :is(h2, h3, h4)[id]:not(details:not([open]) *)')]
  const heading = headings.filter((each) => each.getBoundingClientRect().top < innerHeight / 2).at(-1)
  return heading && { id: heading.id, title: toWords(heading) }
}

/** The text of a heading, with the visible part of its formulas but not the MathML for screen readers. */
function toWords(heading: HTMLElement): string {
  const copy = heading.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll('.katex-mathml')) part.remove()
  return copy.textContent?.trim() ?? ''
}
