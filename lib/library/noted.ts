import { readKeys } from './reads'

/** Records the read keys that a page depends on. */
export type Noted = (keys: Iterable<string>) => void

/** The read keys of a page that counts or lists questions of all subjects. */
export const everySubject = [readKeys.list('all', ''), readKeys.list('subjects', '')]
