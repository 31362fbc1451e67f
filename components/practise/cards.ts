import { listEntries, putEntries, readEntry } from '@/components/browser/database'
import { today } from './days'
import { listOutcomes, type Memory } from './schedule'

/**
 * A question on the study list, by its address. One that is only saved for later has no `review`. Days are day numbers;
 * `at` is the time of the last change, in milliseconds. `gone`: its page was removed, so it is never due.
 */
export type Card = {
  path: string
  title: string
  at: number
  review?: { memory: Memory; day: number; due: number }
  gone?: boolean
}

/** Questions a day, and the day of an exam, after which no question is scheduled. */
export type Plan = { limit: number; exam?: number | undefined }

const defaultPlan: Plan = { limit: 20 }

export const readPlan = async (): Promise<Plan> => (await readEntry<Plan>('kept', 'plan')) ?? defaultPlan

export const storePlan = (plan: Plan) => putEntries('kept', [{ ...plan, name: 'plan' }])

/** All cards; undefined if storage is refused. */
export const listCards = () => listEntries<Card>('cards')

/** Whether a rating counts: practising early does not change the schedule. */
export const isOpen = ({ review }: Card, day = today()) => !review || review.due <= day

export type RatedCard = Card & Required<Pick<Card, 'review'>>

/** The card after each of the four grades. */
export function listRatings(card: Card, { exam }: Plan, day = today()): RatedCard[] {
  const latest = exam !== undefined && exam > day ? exam : Number.POSITIVE_INFINITY
  const { review } = card
  return listOutcomes(review?.memory, review && day - review.day).map(({ memory, interval }) => ({
    ...card,
    at: Date.now(),
    review: { memory, day, due: Math.min(day + interval, latest) },
  }))
}
