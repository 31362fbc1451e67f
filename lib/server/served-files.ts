import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { packsPath } from '@/lib/core/packs'
import { searchApiPath } from '@/lib/core/search-paths'

/**
 * How a file is made: `build` once for all, it comes with the build; `image` by an author, beside the content;
 * `picture` and `content` by a route handler that reads the library; `deck` likewise, of many answers; `search` by the
 * server itself, which makes the library search.
 */
export type FileKind = 'build' | 'image' | 'picture' | 'content' | 'search' | 'deck'

/** Every address of these that strangers may ask, as it is written. */
const routes: [kind: FileKind, path: RegExp][] = [
  ['build', /^\/(?:manifest\.webmanifest|favicon\.ico|icon\.svg|apple-icon\.png)$/],
  ['picture', /^\/images\/(?:site|subjects\/[\w-]+|questions\/[\w-]+\/[\w-]+)\.png$/],
  ['image', /^\/images\/(?!(?:.*\/)?\.)[^\\]+$/],
  ['content', /^\/(?:robots\.txt|llms\.txt|indexnow-key\.txt|feed\.xml|sitemap(?:-[\w-]+)?\.xml)$/],
  ['content', /^\/learn\/[\w-]+\/(?:feed\.xml|questions\/[\w-]+\.md)$/],
  ['deck', /^\/deck\.apkg$/],
  ['search', new RegExp(`^${searchApiPath}$`)],
]

/** The one list of what a stranger can get that is no page; undefined for what is not on it. */
export function findFileKind(url: string): FileKind | undefined {
  const [file = ''] = url.split('?')
  if (buildFiles.has(file)) return 'build'
  return routes.find(([, pattern]) => pattern.test(file))?.[0]
}

// Images of authors and packs are sent from the disk, never from memory: image-files.ts, pack-files.ts.
const buildFiles = new Set([
  ...listBelow('.next/static', '/_next/static'),
  ...listBelow('public', '').filter((file) => !file.startsWith('/images/') && !file.startsWith(`${packsPath}/`)),
])

/** The addresses of all files in a folder; of none where there is no folder, before the site is built. */
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
