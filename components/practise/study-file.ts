import { listEntries, putEntries, removeDatabase } from '@/components/browser/database'
import { forgetVisits } from '@/components/reading/visits'
import { parseQuestionPath } from '@/lib/core/routes'
import { type Card, listCards, type Plan, readPlan, storePlan } from './cards'
import { today, toField } from './days'

const version = 1
type StudyFile = { version: number; plan: Plan; cards: Card[]; read: string[] }

/** Downloads the whole study list as a file. */
export async function saveFile() {
  const [plan, cards, read] = await Promise.all([readPlan(), listCards(), listEntries<{ path: string }>('read')])
  const file: StudyFile = { version, plan, cards: cards ?? [], read: read?.map(({ path }) => path) ?? [] }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }))
  link.download = `study-${toField(today())}.json`
  // The address is not revoked: Safari reads from it only after asking the reader (https://webkit.org/b/211234).
  link.click()
}

/** Merges a file into the study list; the later change of each question wins. Returns a sentence that reports the result. */
export async function loadFile(file: File): Promise<string> {
  // A file that can no longer be read counts as invalid.
  const loaded = parse(await file.text().catch(() => ''))
  if (!loaded) return 'This is not a file that was saved here.'
  const known = new Map((await listCards())?.map((card) => [card.path, card]))
  const newer = loaded.cards.filter(({ path, at }) => at > (known.get(path)?.at ?? 0))
  const stored = await putEntries('cards', newer)
  if (!stored) return 'This browser stores nothing for this site, so the file was not loaded.'
  await putEntries(
    'read',
    loaded.read.map((path) => ({ path })),
  )
  if (known.size === 0) await storePlan(loaded.plan)
  return `Added or updated: ${newer.length} of ${loaded.cards.length}`
}

/** Removes everything that this browser stores: the study list, visits and saved pages. */
export async function forgetAll() {
  forgetVisits()
  await forgetPages()
  await removeDatabase()
}

/** Removes the service worker (offline.ts) and its caches. */
async function forgetPages() {
  try {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
    for (const name of await caches.keys()) await caches.delete(name)
  } catch {
    // Unsupported or refused: then there are none.
  }
}

function parse(text: string): StudyFile | undefined {
  try {
    const { version: theirs, plan, cards, read } = JSON.parse(text) as StudyFile
    const isRight = theirs === version && isPlan(plan) && cards.every(isCard) && read.every(isPath)
    return isRight ? { version, plan, cards: cards.map(toCard), read } : undefined
  } catch {
    return undefined
  }
}

const isPath = (path: unknown) => typeof path === 'string' && parseQuestionPath(path) !== undefined
const isBetween = (value: unknown, min: number, max: number) =>
  typeof value === 'number' && value >= min && value <= max
const isDay = (day: unknown) => Number.isInteger(day) && isBetween(day, 0, 1e6)
const isPlan = ({ limit, exam }: Plan) =>
  Number.isInteger(limit) && isBetween(limit, 1, 500) && (exam === undefined || isDay(exam))

const isCard = ({ path, title, at, review }: Card) =>
  isPath(path) &&
  typeof title === 'string' &&
  isBetween(at, 0, 1e15) &&
  (review === undefined ||
    (isDay(review.day) &&
      isDay(review.due) &&
      review.due >= review.day &&
      isBetween(review.memory.stability, 1e-3, 36_500) &&
      isBetween(review.memory.difficulty, 1, 10)))

/** The known fields of a card. One from a clock that is over ten days ahead counts as older than any other. */
const toCard = ({ path, title, at, review }: Card): Card => ({
  path,
  title,
  at: at > Date.now() + 864e5 ? 1 : at,
  ...(review && {
    review: {
      memory: { stability: review.memory.stability, difficulty: review.memory.difficulty },
      day: review.day,
      due: review.due,
    },
  }),
})
