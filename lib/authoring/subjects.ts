import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { distance } from 'fastest-levenshtein'
import { isSlug } from '@/lib/core/names'

/** The slugs of the subjects of a content folder, sorted: those that have a folder of questions or a file of their own. */
export function listSubjectSlugs(contentDir: string): string[] {
  const list = (dir: string) => {
    const folder = path.join(contentDir, dir)
    return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  }
  const folders = list('learn').flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  const files = list('subjects').flatMap((entry) => (/\.yml$/.test(entry.name) ? [entry.name.slice(0, -4)] : []))
  return [...new Set([...folders, ...files])].filter(isSlug).sort()
}

/** The known subject with this slug or name; if there is none, the one with the most similar spelling. */
export function findSubject(
  known: readonly string[],
  given: string,
): { slug: string } | { nearest: string | undefined } {
  const wanted = given.trim().toLowerCase().replace(/\s+/g, '-')
  if (known.includes(wanted)) return { slug: wanted }
  const [nearest = ''] = [...known].sort((a, b) => distance(a, wanted) - distance(b, wanted))
  return { nearest: distance(nearest, wanted) <= nearest.length / 2 ? nearest : undefined }
}

/** Says that there is no such subject, suggests the nearest and lists the known ones. */
export function toUnknownSubject(known: readonly string[], given: string): string {
  const found = findSubject(known, given)
  const hint = 'nearest' in found && found.nearest ? ` Did you mean ${found.nearest}?` : ''
  const all = `The subjects are: ${known.join(', ')}.`
  const more = 'For a new one, first write content/subjects/<subject>.yml with its title.'
  return `There is no subject ${JSON.stringify(given)}.${hint}\n${all}\n${more}`
}
