import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { packsPath } from '@/lib/core/packs'
import { searchApiPath } from '@/lib/core/routes'

/**
 * How a file is made: `build` once for all, it comes with the build; `picture` and `content` by a route handler that
 * reads the library; `search` and `deck` like `content`, but one makes the library
 * search, and the other renders many answers.
 */
export type FileKind = 'build' | 'picture' | 'content' | 'search' | 'deck'

/** Every address of a route handler that strangers may ask, as it is written. */
const routes: [kind: FileKind, path: RegExp][] = [
  ['build', /^\/(?:manifest\.webmanifest|favicon\.ico|icon\.svg|apple-icon\.png)$/],
  ['picture', /^\/images\/(?:site|subjects\/[\w-]+|questions\/[\w-]+\/[\w-]+)\.png$/],
  ['content', /^\/(?:robots\.txt|llms\.txt|indexnow-key\.txt|feed\.xml|sitemap(?:-[\w-]+)?\.xml)$/],
  ['content', /^\/learn\/[\w-]+\/(?:feed\.xml|questions\/[\w-]+\.md)$/],
  ['deck', /^\/deck\.apkg$/],
  ['search', new RegExp(`^${searchApiPath}$`)],
]

/** The one list of what a stranger can get from Next that is no page; undefined for what is not on it. */
export function findFileKind(url: string): FileKind | undefined {
  const [file = ''] = url.split('?')
  if (buildFiles.has(file)) return 'build'
  return routes.find(([, pattern]) => pattern.test(file))?.[0]
}

// Packs are sent from the disk, never from memory: pack-files.ts.
const buildFiles = new Set([
  ...listBelow('.next/static', '/_next/static'),
  ...listBelow('public', '').filter((file) => !file.startsWith(`${packsPath}/`)),
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
