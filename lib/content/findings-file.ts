import path from 'node:path'

/** Where `npm run dev` puts what is wrong with the content at the moment, as a JSON list of findings, for the page to show. */
export const toFindingsFile = (dbFile: string) => path.join(path.dirname(dbFile), 'findings.json')
