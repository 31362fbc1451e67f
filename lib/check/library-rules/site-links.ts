import { readFileSync } from 'node:fs'
import path from 'node:path'
import { arrangeHeadings } from '@/lib/answer/headings'
import { parseMarkdown } from '@/lib/answer/markdown'
import { parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { readText } from '@/lib/compiler/source/read-text'
import type { Problem } from '@/lib/core/finding'
import { fixedPaths, isReservedPath, parseLibraryPath, parseQuestionPath } from '@/lib/core/routes'
import type { Reference } from '../facts'
import type { KnownQuestion, Library } from '../library'
import { QuestionFile } from '../question-file'
import { findMoved } from './moved'
import { findPublicFile } from './public-file'

/** Links of an answer to pages of this site and to headings, held against what is there. */
export function* checkSiteLinks(question: KnownQuestion, library: Library): Generator<Problem> {
  for (const link of question.facts.links) {
    const [address = '', anchor] = link.text.split('#')
    const { line, column } = link
    const problem = address === '' ? undefined : checkPage(address.replace(/\?.*$/, ''), link, library)
    if (problem) yield { line, column, rule: 'link-dead', ...problem }
    else if (anchor) {
      const target = address === '' ? question : library.getByAddress(address)
      if (!target || hasAnchor(target, anchor, library)) continue
      const where = target === question ? 'This answer' : target.path
      const message = `${where} has no heading “#${anchor}”. ${toAnchorHint(listAnchors(target, library))}`
      yield { line, column, rule: 'link-anchor', message }
    }
  }
}

/** What is wrong with the address of a page; undefined where the page is there. */
function checkPage(
  address: string,
  { start, end }: Reference,
  library: Library,
): Pick<Problem, 'message' | 'fix'> | undefined {
  if (fixedPaths.includes(address) || library.getByAddress(address) || library.isUnreadable(address)) return undefined
  const exact = address.replace(/\/+$/, '').toLowerCase()
  const isQuestion = parseQuestionPath(exact)
  const present = exact !== address && library.getByAddress(exact) ? exact : isQuestion && findMoved(exact, library)
  if (present) {
    const fix = end === undefined ? undefined : [{ start, end: start + address.length, text: present }]
    return { message: `There is no page ${address}; the question is at ${present}. Write that.`, ...(fix && { fix }) }
  }
  if (!isQuestion && isOtherPage(address, library)) return undefined
  return { message: `There is no page ${address}. Correct the address, or remove the link.` }
}

/** Whether an address is a page that is no question, or a file. */
function isOtherPage(address: string, library: Library): boolean {
  const page = parseLibraryPath(address)
  if (page?.kind === 'subject') return library.hasSubject(page.slug)
  if (page?.kind === 'unknown') return false
  return page !== undefined || isOwnPath(address) || findPublicFile(library.publicDir, address) !== undefined
}

/** Whether the site itself answers at an address: of images, only at those of the pictures that it draws. */
const isOwnPath = (address: string) =>
  isReservedPath(address) && !/^\/images\/(?!site\.png$|subjects\/|questions\/)/.test(address)

function hasAnchor(target: KnownQuestion, anchor: string, library: Library): boolean {
  return listAnchors(target, library).includes(decode(anchor)) || anchor.startsWith('note-')
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}

/** The ids that the headings of an answer get on its page. */
function listAnchors({ path: file }: KnownQuestion, { contentDir }: Library): string[] {
  const text = readText(readFileSync(path.join(contentDir, file)))
  const frontMatter = typeof text === 'string' ? parseFrontMatter(text) : text
  if (typeof text !== 'string' || 'rule' in frontMatter) return []
  const { answer } = new QuestionFile(file, text, frontMatter)
  const tree = parseMarkdown(answer.segments, () => '')
  return arrangeHeadings(tree, () => '').map(({ id }) => id)
}

const toAnchorHint = (anchors: string[]) =>
  anchors.length === 0 ? 'It has no headings.' : `It has ${anchors.map((anchor) => `#${anchor}`).join(', ')}.`
