import 'server-only'
import { getLibrary } from '@/lib/library/current'
import { readDay } from '@/lib/library/reads'

/** What greets visitors: all subjects, how many questions there are, the newest of them, and the question of the day. */
export const getHomePage = (newest: number) => getLibrary().readHome(newest, readDay())

/** All subjects that have questions, in the order of the home page. */
export const listSubjects = async () => (await getLibrary().readSubjects()).subjects
