import { putEntries } from '@/components/browser/database'
import { testId } from '@/lib/core/routes'
import { listCards } from './cards'
import { today } from './days'
import type { Round } from './next-question'
import { shuffle } from './queue'

const size = 10

/** Chooses ten of the linked questions, those not practised yet first, and goes to the test of the first. */
export async function beginRound(links: readonly HTMLAnchorElement[]) {
  const known = new Set((await listCards())?.flatMap(({ path, review }) => (review ? [path] : [])))
  const titles = new Map(links.map(({ pathname, textContent }) => [pathname, textContent ?? '']))
  const questions = shuffle(
    [...titles].map(([path, title]) => ({ path, title })),
    today(),
  )
  questions.sort((a, b) => Number(known.has(a.path)) - Number(known.has(b.path)))
  const round: Round = { name: 'round', day: today(), questions: questions.slice(0, size) }
  // If storage is refused, the round is only its first question.
  await putEntries('kept', [round])
  location.assign(`${round.questions[0]?.path}#${testId}`)
}
