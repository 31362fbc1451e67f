import { shorten } from '@/lib/core/excerpt'
import type { Match } from '@/lib/core/finding'
import { findPublicFile } from '@/lib/core/public-file'
import { findNearImage } from '../../library/near-image'
import type { Reference } from '../../question/cross-file-facts'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'image-missing',
  severity: 'error',
  expects: 'The file of an image is in the folder public.',
  fix: 'writes the address of the file that is there, if only one can be meant',
  why: 'Otherwise readers see a broken image.',
  wrong: '![Heat flow](/images/haet-flow.svg)',
  right: '![Heat flow](/images/heat-flow.svg)',

  *findInLibrary({ facts }, files) {
    for (const image of facts.images) {
      if (image.text.startsWith('/') && findPublicFile(files.publicDir, image.text)) continue
      yield { at: image, ...toRemedy(image, files.publicDir) }
    }
  },
}

function toRemedy({ text, start, end }: Reference, publicDir: string): Omit<Match, 'at'> {
  const near = findNearImage(publicDir, text)
  if (near !== undefined) {
    const right = encodeURI(near.address)
    const fix = end === undefined || !near.sure ? undefined : [{ start, end, text: right }]
    const remedy = near.sure ? `The file public${near.address} is there: write ${right}.` : `Did you mean ${right}?`
    return { message: `${toReason(text)} ${remedy}`, fix }
  }
  return { message: `${toReason(text)} ${toAdvice(text)}` }
}

function toReason(address: string): string {
  if (address === '') return 'This image has no address.'
  if (isInPublic(address)) return `The folder public is not part of an address: ${address}.`
  if (isOwnDisk.test(address)) return `${shorten(address, 60)} is on your own computer, where nobody else can find it.`
  if (/^data:/i.test(address)) return `An image embedded in the text (${shorten(address, 60)}) is not shown.`
  return address.startsWith('/')
    ? `There is no file public${address}.`
    : `The address of an image begins with a slash. Found ${address}.`
}

/** What to do if no file has a similar name. */
function toAdvice(address: string): string {
  const below = /(?:^|[\\/])public[\\/](?:images[\\/])?(.+)$/.exec(address)?.[1]
  if (below !== undefined) return `Put the file into public/images, and write /images/${below.replaceAll('\\', '/')}.`
  const name = /^data:/i.test(address) ? undefined : /[^\\/]+\.\w+$/.exec(address)?.[0]
  const where = `Put the file into public/images, and write /images/${name ?? '…'}.`
  return address.startsWith('/images/') ? 'Put it there, or correct the address.' : where
}

const isInPublic = (address: string) => /^(?:[./\\]*)public[\\/]/.test(address)
const isOwnDisk = /^(?:file:|[a-z]:[\\/]|~[\\/]|\/(?:home|Users)\/)/i
