import 'server-only'
import { getLibrary } from '@/lib/library/current'

/** What the home page shows: all subjects, how many questions there are, and the newest of them. */
export const getHomePage = (newest: number) => getLibrary().readHome(newest)

/** All subjects that have questions, in the order of the home page. */
export const listSubjects = async () => (await getLibrary().readSubjects()).subjects
