import 'server-only'
import { getLibrary } from '@/lib/library/current'
import { readDay } from '@/lib/library/reads'
import { onePerSense } from '@/lib/search/rewordings'
import { toSense } from '@/lib/search/sense'

/** The home page: all subjects, the number of questions, the newest ones without rewordings, and the question of the day. */
export async function getHomePage(newest: number) {
  const home = await getLibrary().readHome(2 * newest, readDay())
  return { ...home, newest: onePerSense(home.newest, ({ title, subject }) => toSense(title, subject)).slice(0, newest) }
}

/** All subjects that have questions, in the order of the home page. */
export const listSubjects = async () => (await getLibrary().readSubjects()).subjects
