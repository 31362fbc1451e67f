import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { listImages } from '../../library/public-file'
import type { Rule } from '../../rule'

/** How each kind of file begins, as Latin-1. */
const kinds: [kind: string, begins: RegExp][] = [
  ['PNG', /^.PNG\r\n/],
  ['JPEG', /^\xff\xd8\xff/],
  ['GIF', /^GIF8[79]a/],
  ['WebP', /^RIFF[\s\S]{4}WEBP/],
  ['AVIF', /^[\s\S]{4}ftypavi[fs]/],
  ['HEIC', /^[\s\S]{4}ftyp(?:hei|hev|mif1|msf1)/],
  ['PDF', /^%PDF-/],
  ['TIFF', /^(?:II\*|MM\0\*)/],
  ['BMP', /^BM/],
  ['a pointer of Git LFS', /^version https:\/\/git-lfs/],
  ['an HTML page', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)/i],
  ['SVG', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i],
]

/** The kinds that browsers show, by the ends of names. */
const shown: Record<string, string> = {
  png: 'PNG',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  svg: 'SVG',
}

const remedies: Record<string, string> = {
  'a pointer of Git LFS': 'Fetch the file itself with git lfs pull, and commit that.',
  'an HTML page': 'Save the image itself, not the page that shows it.',
}

export const rule: Rule = {
  name: 'image-type',
  severity: 'error',
  expects: 'An image is a PNG, JPEG, GIF, WebP, AVIF or SVG, as the end of its name says, and not empty.',
  why: 'Browsers show nothing else: a phone’s HEIC, an empty file, the page or the pointer that was saved for it.',
  wrong: '![Ice in a glass of water](/images/ice.heic)',
  right: '![Ice in a glass of water](/images/ice.jpg)',

  *findInLibrary(question, files) {
    for (const { address, at, found } of listImages(question, files)) {
      const message = findMistake(address, found)
      if (message) yield { at, message }
    }
  },
}

function findMistake(address: string, found: { file: string; size: number } | undefined): string | undefined {
  const end = path.extname(address.replace(/[?#].*$/, '')).slice(1)
  const kind = Object.hasOwn(shown, end.toLowerCase()) ? shown[end.toLowerCase()] : undefined
  if (!kind)
    return `Browsers show no ${end === '' ? 'image without an end of its name' : `.${end}`}. Save it as PNG, JPEG or WebP.`
  if (!found) return undefined
  if (found.size === 0) return 'The file of this image is empty. Save it once more.'
  const begins = readBeginning(found.file)
  const real = kinds.find(([, pattern]) => pattern.test(begins))?.[0]
  if (real === kind) return undefined
  if (!real) return `The file is no ${kind}: browsers do not show it. Save it once more.`
  const rename = Object.entries(shown).find(([, other]) => other === real)?.[0]
  const remedy = remedies[real] ?? (rename ? `Rename it to .${rename}.` : `Save it as ${kind}.`)
  return `The file is ${/^a/.test(real) ? real : `a ${real}`}, not the ${kind} that its name says. ${remedy}`
}

/** The first bytes of a file, as Latin-1; empty if it has vanished. */
function readBeginning(file: string): string {
  try {
    const descriptor = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(256)
      return bytes.toString('latin1', 0, readSync(descriptor, bytes, 0, bytes.length, 0))
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return ''
  }
}
