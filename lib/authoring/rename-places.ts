import { existsSync, lstatSync } from 'node:fs'
import path from 'node:path'
import { goneFile } from '@/lib/core/gone-file'
import { isDeviceName } from '@/lib/core/names'
import { toQuestionPath } from '@/lib/core/routes'
import type { FiledQuestion, prepareAuthoring } from '@/lib/store/read/authoring'
import type { QuestionPlace } from './question-place'
import { Refusal } from './refusal'
import { toShown } from './shown-path'
import { findSubject, listSubjectSlugs, toUnknownSubject } from './subjects'

type Library = ReturnType<typeof prepareAuthoring>

/** The named question; refuses if there is none, and says where its slug exists. */
export function getQuestionAt(library: Library, place: QuestionPlace): FiledQuestion {
  const question = library.getFiled(place)
  if (question && (place.path === undefined || place.path === question.path)) return question
  const elsewhere = library.listBySlug(place.slug).map(({ subject, slug }) => toQuestionPath(subject, slug))
  const hint = elsewhere.length > 0 ? ` Did you mean ${elsewhere.join(' or ')}?` : ''
  throw new Refusal(`There is no valid question at ${place.path ?? toQuestionPath(place.subject, place.slug)}.${hint}`)
}

/** Refuses an address that redirects to a question other than that of `file`, or is listed as removed. */
export function refuseOldAddress(library: Library, contentDir: string, address: string, file?: string) {
  const other = library.getByAlias(address)
  if (other && other.path !== file)
    throw new Refusal(`${address} is an alias in ${toShown(contentDir, other.path)}, and redirects there.`)
  if (library.isRemoved(address))
    throw new Refusal(`${address} is listed as removed in ${toShown(contentDir, goneFile)}. Remove it there first.`)
}

/** Where a question can move; refuses an unknown subject, and an address that is in use, and says by what. */
export function toFreePlace(library: Library, contentDir: string, from: FiledQuestion, to: QuestionPlace) {
  const { subject, slug } = to
  if (isDeviceName(slug)) throw new Error(`“${slug}” is a reserved device name on Windows, where no file can have it.`)
  const known = listSubjectSlugs(contentDir)
  if (!('slug' in findSubject(known, subject))) throw new Error(toUnknownSubject(known, subject))
  const file = to.path ?? `${subject === from.subject ? path.posix.dirname(from.path) : `learn/${subject}`}/${slug}.md`
  const address = toQuestionPath(subject, slug)
  const taken = library.getFiled(to)
  if (taken && taken.path !== from.path) throw new Refusal(`${address} is taken by ${toShown(contentDir, taken.path)}.`)
  refuseOldAddress(library, contentDir, address, from.path)
  if (existsSync(path.join(contentDir, file))) throw new Refusal(`${toShown(contentDir, file)} already exists.`)
  const folders = path.posix.dirname(file).split('/')
  for (const [index] of folders.entries()) {
    const folder = path.join(contentDir, ...folders.slice(0, index + 1))
    const stats = lstatSync(folder, { throwIfNoEntry: false })
    if (stats && !stats.isDirectory()) throw new Refusal(`${folder} is not a folder.`)
  }
  return { subject, slug, path: file }
}
