import { readKeys } from './reads'

/** Notes what a page depends on, by its read keys. */
export type Noted = (keys: Iterable<string>) => void

/** The read keys of a page that counts or lists questions of all subjects. */
export const everySubject = [readKeys.list('all', ''), readKeys.list('subjects', '')]
