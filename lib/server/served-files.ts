import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { packsPath } from '@/lib/core/packs'
import { searchApiPath } from '@/lib/core/search-paths'
import { toPath } from './url-path'

/**
 * Where a file comes from: `build` from the build; `image` from an author, beside the content; `picture` and `content`
 * from a route handler that reads the library; `deck` likewise, with many answers; `search` from the server itself, which
 * has the library search.
 */
export type FileKind = 'build' | 'image' | 'picture' | 'content' | 'search' | 'deck'

/** The allowlist of addresses, exactly as they must be written. */
const routes: [kind: FileKind, path: RegExp][] = [
  ['build', /^\/(?:manifest\.webmanifest|favicon\.ico|icon\.svg|apple-icon\.png)$/],
  ['picture', /^\/images\/(?:site|subjects\/[\w-]+|questions\/[\w-]+\/[\w-]+)\.png$/],
  ['image', /^\/images\/(?!(?:.*\/)?\.)[^\\]+$/],
  ['content', /^\/(?:robots\.txt|llms\.txt|indexnow-key\.txt|feed\.xml|sitemap(?:-[\w-]+)?\.xml)$/],
  ['content', /^\/learn\/[\w-]+\/(?:feed\.xml|questions\/[\w-]+\.md)$/],
  ['deck', /^\/deck\.apkg$/],
  ['search', new RegExp(`^${searchApiPath}$`)],
]

/** The kind of a file that visitors may request; undefined for everything that is not on the allowlist. */
export function findFileKind(url: string): FileKind | undefined {
  const file = toPath(url)
  if (buildFiles.has(file)) return 'build'
  return routes.find(([, pattern]) => pattern.test(file))?.[0]
}

// Without authors' images and packs, which change while the site runs: see image-files.ts and pack-files.ts.
const buildFiles = new Set([
  ...listBelow('.next/static', '/_next/static'),
  ...listBelow('public', '').filter((file) => !file.startsWith('/images/') && !file.startsWith(`${packsPath}/`)),
])

/** The addresses of all files in a folder; none if the folder does not exist, as before the site is built. */
function listBelow(folder: string, address: string): string[] {
  const names = readNames(folder)
  return names.filter((name) => statSync(path.join(folder, name)).isFile()).map((name) => `${address}/${name}`)
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}
