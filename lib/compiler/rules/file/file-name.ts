import { type Finding, toFinding } from '@/lib/core/finding'
import { isSlug } from '@/lib/core/names'
import type { RuleDefinition } from '@/lib/core/rule'

export const rule: RuleDefinition = {
  name: 'file-name',
  severity: 'error',
  blocks: true,
  expects: 'Folders and files are named with a–z, 0–9 and hyphens, and a question is in the folder of its subject.',
  why: 'The names become the address of the page.',
  wrong: 'content/learn/physics/What is Heat.md',
  right: 'content/learn/physics/what-is-heat.md',
}

/** What is wrong with the name of a file in a folder whose files end in `extension`. */
export function checkFileName(dir: string, name: string, extension: string): Finding | undefined {
  if (!name.endsWith(extension))
    return report(`Expected a name that ends in ${extension}. Rename the file or move it out of ${dir}.`)
  if (!isSlug(name.slice(0, -extension.length))) return report(toMessage('file', name))
  if (dir === 'learn') return report(`A question belongs in the folder of its subject: learn/<subject>/${name}.`)
  return undefined
}

export const checkFolderName = (name: string): Finding | undefined =>
  isSlug(name) ? undefined : report(toMessage('folder', name))

const report = (message: string) => toFinding(rule, { at: { line: 1, column: 1 }, message })

const toMessage = (what: string, name: string) =>
  `The name of the ${what} becomes an address: expected only a–z, 0–9 and hyphens, found “${name}”. Rename it.`
