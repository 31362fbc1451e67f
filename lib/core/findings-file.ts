import path from 'node:path'

/**
 * Where `npm run dev` writes the current findings for the page to show, as JSON: `{ at, findings }`; `at` is when the
 * last compile ended, in ms since 1970.
 */
export const toFindingsFile = (dbFile: string) => path.join(path.dirname(dbFile), 'findings.json')
