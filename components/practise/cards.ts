import { listEntries, putEntries, readEntry } from '@/components/browser/database'
import { today } from './days'
import { listOutcomes, type Memory } from './schedule'

/**
 * A question that somebody practises, by its address. One that is only saved for later has no memory. Days are numbers;
 * `at` is the time of the last change, in milliseconds. `gone`: its page was removed, so it is never due.
 */
export type Card = {
  path: string
  title: string
  at: number
  review?: { memory: Memory; day: number; due: number }
  gone?: boolean
}

/** Questions a day; the day of an exam, which no question is put off beyond. */
export type Plan = { limit: number; exam?: number | undefined }

const defaultPlan: Plan = { limit: 20 }

export const readPlan = async (): Promise<Plan> => (await readEntry<Plan>('kept', 'plan')) ?? defaultPlan

export const storePlan = (plan: Plan) => putEntries('kept', [{ ...plan, name: 'plan' }])

/** All cards; undefined where storage is refused. */
export const listCards = () => listEntries<Card>('cards')

/** Whether a rating counts: others practise early, which changes no schedule. */
export const isOpen = ({ review }: Card, day = today()) => !review || review.due <= day

export type RatedCard = Card & Required<Pick<Card, 'review'>>

/** A card as each of the four grades of a day would leave it. */
export function listRatings(card: Card, { exam }: Plan, day = today()): RatedCard[] {
  const latest = exam !== undefined && exam > day ? exam : Number.POSITIVE_INFINITY
  const { review } = card
  return listOutcomes(review?.memory, review && day - review.day).map(({ memory, interval }) => ({
    ...card,
    at: Date.now(),
    review: { memory, day, due: Math.min(day + interval, latest) },
  }))
}
