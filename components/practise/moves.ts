import { putEntries, readEntry, replaceEntry } from '@/components/browser/database'
import { getQuestion, listOldPaths, moveVisits } from '@/components/reading/visits'
import { parseQuestionPath } from '@/lib/core/routes'
import { type Card, isOpen, listRatings, type Plan, type RatedCard, readPlan } from './cards'
import { today } from './days'
import type { Round } from './next-question'
import { cachePage } from './offline'
import { listOutcomes } from './schedule'

/** How many questions' addresses are requested in parallel. */
const maxParallel = 20

/** The day and address of past requests: one a day for each address while the page is open. */
const asked = new Set<string>()

let moving: Promise<void> | undefined

/** Moves what is stored under old addresses of the question on this page. Concurrent calls share one run. */
export function moveHere(): Promise<void> {
  moving ??= moveAll().finally(() => {
    moving = undefined
  })
  return moving
}

async function moveAll() {
  const { path } = getQuestion()
  for (const old of listOldPaths()) await moveKept(old, path)
}

/**
 * Asks the server whether the questions of the first cards still have the same addresses, moves the cards of those that moved,
 * and marks those that were removed. Returns whether any changed. Offline, none does.
 */
export async function followCards(cards: readonly Card[]): Promise<boolean> {
  const open = cards.filter(({ path }) => !asked.has(today() + path)).slice(0, maxParallel)
  return (await Promise.all(open.map(follow))).includes(true)
}

async function follow(card: Card): Promise<boolean> {
  const key = today() + card.path
  asked.add(key)
  try {
    const { ok, status, url } = await fetch(card.path, { method: 'HEAD', cache: 'no-store' })
    const { pathname } = new URL(url)
    if (ok && pathname !== card.path && parseQuestionPath(pathname)) {
      await moveKept(card.path, pathname)
      return true
    }
    const gone = status === 410 || status === 404
    if (gone === Boolean(card.gone) || !(ok || gone)) return false
    return putEntries('cards', [{ ...card, gone }])
  } catch {
    asked.delete(key)
    return false
  }
}

/** Moves everything stored about a question from an old address to the current one. */
async function moveKept(from: string, to: string) {
  moveVisits(from, to)
  const [old, card, read, round, plan] = await Promise.all([
    readEntry<Card>('cards', from),
    readEntry<Card>('cards', to),
    readEntry('read', from),
    readEntry<Round>('kept', 'round'),
    readPlan(),
  ])
  if (old) await replaceEntry('cards', from, { ...merge(old, card, plan), path: to, gone: false })
  if (old?.review) void cachePage(to)
  if (read) await replaceEntry('read', from, { path: to })
  const moved = round?.questions.find(({ path }) => path === from)
  if (!moved) return
  moved.path = to
  await putEntries('kept', [round as Round])
}

/** Merges two cards of the same question. */
function merge(old: Card, card: Card | undefined, plan: Plan): Card {
  if (!card) return old
  const at = Math.max(old.at, card.at)
  if (!isRated(old) || !isRated(card)) return { ...old, ...card, at, ...(isRated(old) && { review: old.review }) }
  const [earlier, later] = old.review.day > card.review.day ? [card, old] : [old, card]
  const { day, memory } = later.review
  // It was graded as if for the first time, since the memory was under the other address, so its stability gives the grade.
  const grade = listOutcomes().findIndex((outcome) => outcome.memory.stability === memory.stability)
  const rated = isOpen(earlier, day) ? listRatings(earlier, plan, day)[grade] : earlier
  return { ...card, at, review: ((grade >= 0 && rated) || later).review as RatedCard['review'] }
}

const isRated = (card: Card): card is RatedCard => card.review !== undefined
