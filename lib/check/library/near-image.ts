import { readdirSync } from 'node:fs'
import path from 'node:path'
import { distance } from 'fastest-levenshtein'
import { findPublicFile } from '@/lib/core/public-file'

const folder = '/images'

/** An image that an address may mean; `sure` if the two differ only in folder, case or type. */
export type NearImage = { address: string; sure: boolean }

/** The image that a dead address was meant for; undefined if none has a similar name. */
export function findNearImage(publicDir: string, written: string): NearImage | undefined {
  const address = toSiteAddress(written)
  if (address === undefined) return undefined
  const name = path.posix.basename(address)
  for (const candidate of new Set([address, `${folder}${address}`, `${folder}/${name}`])) {
    if (candidate !== written && isThere(publicDir, candidate)) return { address: candidate, sure: true }
    const near = findNearName(publicDir, candidate)
    if (near && near.address !== written) return near
  }
  return undefined
}

/** The address that a path on disk has on the site: what is below `public`, with slashes. */
function toSiteAddress(written: string): string | undefined {
  const [file = ''] = written.replaceAll('\\', '/').split(/[?#]/)
  if (/^data:/i.test(file)) return undefined
  const below = /^(?:.*\/)?public\/(.*)$/.exec(file)?.[1]
  const address = path.posix.normalize(`/${below ?? file.replace(/^[a-z]+:\/*/i, '')}`)
  return address === '/' ? undefined : address
}

const isThere = (publicDir: string, address: string) =>
  findPublicFile(publicDir, address) !== undefined &&
  listNames(publicDir, path.posix.dirname(address)).includes(path.posix.basename(address))

/** The only file in the folder of an address whose name differs only in case or type, or in a letter or two. */
function findNearName(publicDir: string, address: string): NearImage | undefined {
  const dir = findFolder(publicDir, path.posix.dirname(address))
  if (dir === undefined) return undefined
  const name = path.posix.basename(address).toLowerCase()
  const names = listNames(publicDir, dir)
  const rules = [
    (other: string) => other.toLowerCase() === name,
    (other: string) => toStem(other) === toStem(name),
    (other: string) => name.length > 6 && distance(other.toLowerCase(), name) <= 2,
  ]
  for (const [index, isNear] of rules.entries()) {
    const [found, ...others] = names.filter(isNear)
    if (found !== undefined && others.length === 0) return { address: path.posix.join(dir, found), sure: index < 2 }
  }
  return undefined
}

/** A folder by its address, in whatever case it is written. */
function findFolder(publicDir: string, address: string): string | undefined {
  let found = '/'
  for (const part of address.split('/').filter(Boolean)) {
    const name = listNames(publicDir, found).find((other) => other.toLowerCase() === part.toLowerCase())
    if (name === undefined) return undefined
    found = path.posix.join(found, name)
  }
  return found
}

const toStem = (name: string) => name.toLowerCase().replace(/\.[^.]*$/, '')

function listNames(publicDir: string, dir: string): string[] {
  try {
    return readdirSync(path.join(publicDir, dir))
  } catch {
    return []
  }
}
