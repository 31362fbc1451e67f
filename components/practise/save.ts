import { putEntries } from '@/components/browser/database'
import { getQuestion } from '@/components/reading/visits'
import { listCards } from './cards'
import { moveHere } from './moves'

type Question = { path: string; title: string }

/** Saves the question on this page for later, and says so on the button, which keeps the focus, so it is announced. */
export async function saveThis(button: HTMLButtonElement) {
  button.setAttribute('aria-live', 'polite')
  await moveHere()
  button.textContent = (await save([getQuestion()])) === undefined ? refused : 'Saved for later'
}

/** Saves the questions of a list for later. Returns a sentence that reports the result. */
export async function saveAll(rows: Iterable<HTMLElement>): Promise<string> {
  const saved = await save(Array.from(rows, ({ dataset }) => dataset as Question))
  return saved === undefined ? refused : saved > 0 ? `Added: ${saved}` : 'All of them are in Study already.'
}

const refused = 'This browser stores nothing for this site'

/** Adds questions without a schedule, except those already stored. Returns how many; undefined if storage is refused. */
async function save(questions: Question[]): Promise<number | undefined> {
  const kept = new Set((await listCards())?.map(({ path }) => path))
  const cards = questions
    .filter(({ path }) => !kept.has(path))
    .map(({ path, title }) => ({ path, title, at: Date.now() }))
  return (await putEntries('cards', cards)) ? cards.length : undefined
}
