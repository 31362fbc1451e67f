import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findActivePart } from '@/lib/core/active-svg'
import { readBeginning } from '@/lib/core/file-beginning'
import { imageKinds } from '@/lib/core/image-kinds'
import { findPublicFile } from '@/lib/core/public-file'

/** An image in a pack: its name there, derived from its address on the site, and the original file. */
export type PackImage = { name: string; type: string; file: string }

const longestBeginning = 256

/**
 * The image at an address of the site; undefined if there is none, or if it is an SVG that runs or loads something.
 */
export function findImage(publicDir: string, address: string): PackImage | undefined {
  const found = findPublicFile(publicDir, address)
  if (!found) return undefined
  // The type is determined by the content, not by the extension.
  const beginning = readBeginning(found.file, longestBeginning)
  const kind = imageKinds.find(({ begins }) => begins.test(beginning))
  if (!kind) return undefined
  const [extension] = kind.ends
  if (extension === 'svg' && findActivePart(readFileSync(found.file, 'utf8'))) return undefined
  const hash = createHash('sha256')
    .update(address.replace(/[?#].*$/, ''))
    .digest('hex')
  return { name: `${hash.slice(0, 20)}.${extension}`, type: kind.type, file: found.file }
}
