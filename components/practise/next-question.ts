import { readEntry } from '@/components/browser/database'
import { studyPath, testId } from '@/lib/core/routes'
import { listCards, readPlan } from './cards'
import { today } from './days'
import { make } from './make'
import { listDue } from './queue'

/** Questions to practise one after the other, on one day. */
export type Round = { name: 'round'; day: number; questions: { path: string; title: string }[] }

/** Links the next question below the grades: from the round, or one that is due today; or says that there is none. */
export async function showNext(element: HTMLElement, path: string) {
  const next = await findNext(path)
  const line = element.querySelector('.next') ?? make('<p class="next"><a></a></p>')
  const link = line.firstElementChild as HTMLAnchorElement
  link.href = next ? `${next.path}#${testId}` : studyPath
  link.textContent = next ? `${next.label}: ${next.title}` : 'Nothing more today: back to Study'
  element.append(line)
}

async function findNext(path: string) {
  const round = await readEntry<Round>('kept', 'round')
  const place = round?.day === today() ? round.questions.findIndex((question) => question.path === path) : -1
  const following = place < 0 ? undefined : round?.questions[place + 1]
  if (following) return { ...following, label: `Next, ${place + 2} of ${round?.questions.length}` }
  const [cards, { limit }] = await Promise.all([listCards(), readPlan()])
  const [due] = listDue(cards ?? [], today(), limit).filter((card) => card.path !== path)
  return due && { path: due.path, title: due.title, label: 'Next today' }
}
