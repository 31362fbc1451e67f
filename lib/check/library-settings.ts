import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load, YAMLException } from 'js-yaml'
import type { Wording } from './text/wording'

/** The library's own settings of the check, in the content folder. */
export const settingsFile = 'check.yml'

/** The levels of rules as written, and the library's own lists of words. */
export type LibrarySettings = { rules: [name: string, word: string][]; wording: Wording }

const fields = ['rules', 'phrases', 'lines', 'spelling']

/** The settings in `content/check.yml`, if it exists. Throws a message for the author if it is wrong. */
export function readLibrarySettings(contentDir: string): LibrarySettings {
  const file = path.join(contentDir, settingsFile)
  const content = existsSync(file) ? readYaml(file) : {}
  const unknown = Object.keys(content).find((key) => !fields.includes(key))
  if (unknown !== undefined) {
    throw new Error(`${settingsFile}: “${unknown}” is not a known field; expected “${fields.join('”, “')}”.`)
  }
  const spelling = readPairs(content, 'spelling', 'one word per line, such as “recieve: receive”')
  return {
    rules: readPairs(content, 'rules', 'one rule per line, such as “link-http: off”'),
    wording: {
      phrases: readList(content, 'phrases'),
      lines: readList(content, 'lines'),
      spelling: Object.fromEntries(spelling.map(([wrong, right]) => [wrong.toLowerCase(), right])),
    },
  }
}

function readPairs(content: Record<string, unknown>, field: string, expected: string): [string, string][] {
  const pairs = content[field] ?? {}
  if (typeof pairs !== 'object' || Array.isArray(pairs)) {
    throw new Error(`${settingsFile}: expected below “${field}” ${expected}.`)
  }
  return Object.entries(pairs).map(([name, word]) => [name, word === false ? 'off' : String(word)])
}

function readList(content: Record<string, unknown>, field: string): string[] {
  const list = content[field] ?? []
  if (Array.isArray(list) && list.every((item) => typeof item === 'string' && item.trim() !== '')) return list
  throw new Error(
    `${settingsFile}: expected below “${field}” one phrase per line, such as “- As an AI language model”.`,
  )
}

function readYaml(file: string): Record<string, unknown> {
  try {
    const content = load(readFileSync(file, 'utf8'), { maxAliases: 0 }) ?? {}
    if (typeof content === 'object' && !Array.isArray(content)) return content as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    throw new Error(`${settingsFile}: ${error.reason}, line ${(error.mark?.line ?? 0) + 1}.`)
  }
  throw new Error(`${settingsFile}: expected fields, such as “rules:”.`)
}
