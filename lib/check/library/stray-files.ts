import { readdirSync } from 'node:fs'
import { closest, distance } from 'fastest-levenshtein'
import { rule } from '@/lib/compiler/rules/file/file-name'
import { type Finding, toFinding } from '@/lib/core/finding'
import { goneFile } from '@/lib/core/gone-file'
import { settingsFile } from '../library-settings'

const files = [goneFile, settingsFile]
const folders = ['learn', 'subjects']

/** What may be next to content, for people who work on it; names that begin with a dot or underscore, too. */
const ignored = /^(?:[._]|(?:README|LICENSE|LICENCE|CODEOWNERS|CONTRIBUTING)(?:\.|$))/i

/** The files and folders in the content folder that the site does not use, each with what to do about it. */
export function listStrayFiles(contentDir: string): { path: string; findings: Finding[] }[] {
  return readdirSync(contentDir, { withFileTypes: true })
    .filter(({ name }) => ![...files, ...folders].includes(name) && !ignored.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const message = `The site does not use ${entry.isDirectory() ? 'this folder' : 'this file'}. ${toRemedy(entry.name, entry.isDirectory())}`
      return { path: entry.name, findings: [toFinding(rule, { at: { line: 1, column: 1 }, message })] }
    })
}

function toRemedy(name: string, isFolder: boolean): string {
  const nearest = closest(name.toLowerCase(), isFolder ? folders : files)
  if (distance(name.toLowerCase(), nearest) <= 2) return `Did you mean ${nearest}? Rename it.`
  if (name.endsWith('.md'))
    return `A question belongs in the folder of its subject: move it to learn/<subject>/${name}.`
  return `Move it out of the content folder, which only has ${[...folders, ...files].join(', ')}.`
}
