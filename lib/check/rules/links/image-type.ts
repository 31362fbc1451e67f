import path from 'node:path'
import { readBeginning } from '@/lib/core/file-beginning'
import { findKindByName, imageKinds } from '@/lib/core/image-kinds'
import { listImages } from '../../library/public-file'
import type { Rule } from '../../rule'

/** What people save as an image by mistake, and how it begins. */
const mistaken: [name: string, begins: RegExp][] = [
  ['HEIC', /^[\s\S]{4}ftyp(?:hei|hev|mif1|msf1)/],
  ['PDF', /^%PDF-/],
  ['TIFF', /^(?:II\*|MM\0\*)/],
  ['BMP', /^BM/],
  ['a Git LFS pointer', /^version https:\/\/git-lfs/],
  ['an HTML page', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)/i],
]

const longestBeginning = 256

const remedies: Record<string, string> = {
  'a Git LFS pointer': 'Fetch the file itself with git lfs pull, and commit that.',
  'an HTML page': 'Save the image itself, not the page that shows it.',
}

export const rule: Rule = {
  name: 'image-type',
  severity: 'error',
  expects: 'An image is a PNG, JPEG, GIF, WebP, AVIF or SVG, as its file extension says, and not empty.',
  why: 'Browsers show nothing else: not a phone’s HEIC, an empty file, or a web page or pointer saved instead of the image.',
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
    return `Browsers do not show ${end === '' ? 'an image without a file extension' : end}. Save it as PNG, JPEG or WebP.`
  }
  if (!found) return undefined
  if (found.size === 0) return 'The file of this image is empty. Save it again.'
  const beginning = readBeginning(found.file, longestBeginning)
  const other = mistaken.find(([, begins]) => begins.test(beginning))?.[0]
  const real = other === undefined ? imageKinds.find(({ begins }) => begins.test(beginning)) : undefined
  if (real === kind) return undefined
  const what = other ?? real?.name
  if (what === undefined) return `The file is not ${kind.name}, and browsers do not show it. Save it again.`
  const remedy = remedies[what] ?? (real ? `Rename it to .${real.ends[0]}.` : `Save it as ${kind.name}.`)
  return `The file is ${what}, not ${kind.name} as its name says. ${remedy}`
}
