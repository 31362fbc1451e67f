import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { findActivePart } from '@/lib/core/active-svg'
import { findPublicFile } from '@/lib/core/public-file'

/** An image in a pack: its name there, which tells nothing but its address on the site, and the file that it is. */
export type PackImage = { name: string; type: string; file: string }

/** Kinds of images by the bytes that they begin with, whatever their names say. */
const kinds: [extension: string, type: string, begin: RegExp][] = [
  ['png', 'image/png', /^.PNG\r\n/s],
  ['jpg', 'image/jpeg', /^ÿØÿ/],
  ['gif', 'image/gif', /^GIF8[79]a/],
  ['webp', 'image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', 'image/avif', /^[\s\S]{4}ftypavif/],
  ['svg', 'image/svg+xml', /^(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/],
]

/** The image at an address of the site, if it is there and only a picture: an SVG that runs or loads something is not. */
export function findImage(publicDir: string, address: string): PackImage | undefined {
  const found = findPublicFile(publicDir, address)
  if (!found) return undefined
  const begin = readBegin(found.file)
  const [extension, type] = kinds.find(([, , pattern]) => pattern.test(begin)) ?? []
  if (!extension || !type) return undefined
  if (extension === 'svg' && findActivePart(readFileSync(found.file, 'utf8'))) return undefined
  const hash = createHash('sha256')
    .update(address.replace(/[?#].*$/, ''))
    .digest('hex')
  return { name: `${hash.slice(0, 20)}.${extension}`, type, file: found.file }
}

function readBegin(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(1_024)
    return bytes.toString('latin1', 0, readSync(descriptor, bytes))
  } finally {
    closeSync(descriptor)
  }
}
