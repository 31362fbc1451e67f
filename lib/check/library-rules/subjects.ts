import { readdirSync } from 'node:fs'
import path from 'node:path'
import { closest, distance } from 'fastest-levenshtein'
import type { Problem } from '@/lib/core/finding'
import type { KnownQuestion, Library } from '../library'

/** A subject that the library does not describe, although it describes others. */
export function* checkSubject({ facts }: KnownQuestion, library: Library): Generator<Problem> {
  const { subject } = facts.key
  const described = listDescribed(library.contentDir)
  if (described.length === 0 || described.includes(subject)) return
  const nearest = closest(subject, described)
  const hint =
    distance(nearest, subject) <= 3
      ? `Did you mean learn/${nearest}?`
      : `Move the file, or describe the subject in subjects/${subject}.yml.`
  const message = `The library has no subject ${subject}. ${hint}`
  yield { line: 1, column: 1, rule: 'subject-unknown', message }
}

const known = new Map<string, string[]>()

/** The subjects with a file of their own: read once, for there are as many as subjects. */
function listDescribed(contentDir: string): string[] {
  const dir = path.join(contentDir, 'subjects')
  let names = known.get(dir)
  if (!names) {
    names = readNames(dir).flatMap((name) => (name.endsWith('.yml') ? [path.basename(name, '.yml')] : []))
    known.set(dir, names)
  }
  return names
}

function readNames(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}
