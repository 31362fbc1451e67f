import { aboutPath, gonePath, homePath, lostPath, sheetPath, studyPath, subjectsPath, unavailablePath } from './routes'
import { searchPath } from './search-paths'

/** Pages that are not content of the library. */
export const fixedPaths: readonly string[] = [homePath, subjectsPath, aboutPath, searchPath, studyPath, sheetPath]

/** Pages that are shown at addresses other than their own. */
const shownElsewhere: readonly string[] = [gonePath, unavailablePath, lostPath]

export const isFixedPath = (path: string) => fixedPaths.includes(path) || shownElsewhere.includes(path)

/** The site's own files, and everything below its folders; the library's files are beside its pages. */
const files =
  /^\/(?:(?:api|images|packs|_next)(?:\/.*)?|sitemap[^/]*\.xml|(?:deck\.apkg|feed\.xml|indexnow-key\.txt|robots\.txt|llms\.txt|manifest\.webmanifest|speculation-rules\.json|service-worker\.js|favicon\.ico|(?:apple-)?icon\.(?:svg|png)))$/
const libraryFiles = /^\/learn\/[^/]+\/(?:feed\.xml|questions\/[^/]+\.md)$/

/** Whether an address can only be that of a file or an API, never of a page. */
export const isFilePath = (path: string) => files.test(path) || libraryFiles.test(path)

/** Whether an address is reserved for the site, and so cannot be an old address of a question. */
export const isReservedPath = (path: string) =>
  isFixedPath(path) || files.test(path) || path === '/authors' || path.startsWith('/authors/')
