import path from 'node:path'
import { readBeginning } from '@/lib/core/file-beginning'
import { findKindByName, imageKinds } from '@/lib/core/image-kinds'
import { listImages } from '../../library/public-file'
import type { Rule } from '../../rule'

/** What is saved for an image by mistake, and how it begins. */
const mistaken: [name: string, begins: RegExp][] = [
  ['HEIC', /^[\s\S]{4}ftyp(?:hei|hev|mif1|msf1)/],
  ['PDF', /^%PDF-/],
  ['TIFF', /^(?:II\*|MM\0\*)/],
  ['BMP', /^BM/],
  ['a pointer of Git LFS', /^version https:\/\/git-lfs/],
  ['an HTML page', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)/i],
]

const longestBeginning = 256

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
  const name = address.replace(/[?#].*$/, '')
  const kind = findKindByName(name)
  if (!kind) {
    const end = path.extname(name)
    return `Browsers show no ${end === '' ? 'image without an end of its name' : end}. Save it as PNG, JPEG or WebP.`
  }
  if (!found) return undefined
  if (found.size === 0) return 'The file of this image is empty. Save it once more.'
  const beginning = readBeginning(found.file, longestBeginning)
  const other = mistaken.find(([, begins]) => begins.test(beginning))?.[0]
  const real = other === undefined ? imageKinds.find(({ begins }) => begins.test(beginning)) : undefined
  if (real === kind) return undefined
  const what = other ?? real?.name
  if (what === undefined) return `The file is no ${kind.name}: browsers do not show it. Save it once more.`
  const remedy = remedies[what] ?? (real ? `Rename it to .${real.ends[0]}.` : `Save it as ${kind.name}.`)
  return `The file is ${/^a/.test(what) ? what : `a ${what}`}, not the ${kind.name} that its name says. ${remedy}`
}
