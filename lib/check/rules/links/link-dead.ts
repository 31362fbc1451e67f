import type { Match } from '@/lib/core/finding'
import { findPublicFile } from '@/lib/core/public-file'
import { fixedPaths, isReservedPath } from '@/lib/core/reserved-paths'
import { parseLibraryPath, parseQuestionPath } from '@/lib/core/routes'
import { findMoved } from '../../library/addresses'
import type { CheckedFiles } from '../../library/checked-files'
import { findNearImage } from '../../library/near-image'
import type { Reference } from '../../question/cross-file-facts'
import { listTargets } from '../../question/links'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'link-dead',
  severity: 'error',
  expects: 'A link within the site leads to a page that exists.',
  why: 'Readers would see “not found”, and search engines rank a site with dead links lower.',
  wrong: '[heat](/learn/physics/questions/what-is-haet)',
  right: '[heat](/learn/physics/questions/what-is-heat)',

  *findInQuestion(file) {
    for (const { url, begins, at } of listTargets(file)) {
      if (begins.kind !== 'relative') continue
      const right = /^[\w.+-]+@[\w.-]+$/.test(url)
        ? `Write mailto:${url}.`
        : 'A question is /learn/<subject>/questions/<name>, another site https://….'
      const message = `This address is incomplete: ${url}. ${right}`
      yield { at, message }
    }
  },

  *findInLibrary({ facts }, files) {
    for (const link of facts.links) {
      const [address = ''] = link.text.split('#')
      const mistake = address === '' ? undefined : checkPage(address.replace(/\?.*$/, ''), link, files)
      if (mistake) yield { at: link, ...mistake }
    }
  },
}

/** What is wrong with the address of a page; undefined if the page exists. */
function checkPage(address: string, { start, end }: Reference, files: CheckedFiles): Omit<Match, 'at'> | undefined {
  if (fixedPaths.includes(address) || files.getByAddress(address) || files.isUnreadable(address)) return undefined
  const exact = address.replace(/\/+$/, '').toLowerCase()
  const isQuestion = parseQuestionPath(exact)
  const present = exact !== address && files.getByAddress(exact) ? exact : isQuestion && findMoved(exact, files)
  if (present) {
    const fix = end === undefined ? undefined : [{ start, end: start + address.length, text: present }]
    return { message: `There is no page ${address}; the question is at ${present}. Write that.`, fix }
  }
  if (!isQuestion && isOtherPage(address, files)) return undefined
  const file = isQuestion ? undefined : findNearImage(files.publicDir, address)
  if (file?.sure) {
    const right = encodeURI(file.address)
    const fix = end === undefined ? undefined : [{ start, end: start + address.length, text: right }]
    return { message: `There is no page ${address}; the file public${file.address} is at ${right}. Write that.`, fix }
  }
  return { message: `There is no page ${address}. Correct the address, or remove the link.` }
}

/** Whether an address is a file, or a page other than a question's. */
function isOtherPage(address: string, files: CheckedFiles): boolean {
  const page = parseLibraryPath(address)
  if (page?.kind === 'subject') return files.hasSubject(page.slug)
  if (page?.kind === 'unknown') return false
  return page !== undefined || isOwnPath(address) || findPublicFile(files.publicDir, address) !== undefined
}

/** Whether the site itself serves an address: of images, only the pictures that it draws. */
const isOwnPath = (address: string) =>
  isReservedPath(address) && !/^\/images\/(?!site\.png$|subjects\/|questions\/)/.test(address)
