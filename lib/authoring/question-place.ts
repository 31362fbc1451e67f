import path from 'node:path'
import { toQuestionKey } from '@/lib/compiler/source/read-question'
import { isSlug } from '@/lib/core/names'
import { parseQuestionPath } from '@/lib/core/routes'
import type { QuestionKey } from '@/lib/core/types'

/** A question as named on the command line; `path`, below the content folder, is set if its file was named. */
export type QuestionPlace = QuestionKey & { path?: string }

/**
 * Parses a question given on the command line: its address, as a path or in full, or its file, relative to here or to
 * the content folder. Throws a message for the author for anything else, including files outside `content/learn`.
 */
export function parseQuestionPlace(given: string, contentDir: string): QuestionPlace {
  const address = given.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$|\/$/g, '')
  const key = parseQuestionPath(address)
  const place = key ?? parseFile(given, contentDir)
  if (place && isSlug(place.subject) && isSlug(place.slug)) return place
  throw new Error(
    `${JSON.stringify(given)} is not a question. Give its address, /learn/<subject>/questions/<slug>, or its file, content/learn/<subject>/<slug>.md; both have only a–z, 0–9 and hyphens.`,
  )
}

function parseFile(given: string, contentDir: string): QuestionPlace | undefined {
  const below = given.startsWith('learn/') ? given : path.relative(contentDir, path.resolve(given))
  const parts = path.posix.normalize(below.split(path.sep).join('/')).split('/')
  const [root, ...folders] = parts.slice(0, -1)
  if (root !== 'learn' || folders.length === 0 || !folders.every(isSlug) || !given.endsWith('.md')) return undefined
  const file = parts.join('/')
  return { ...toQuestionKey(file), path: file }
}
