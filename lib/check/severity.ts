import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { closest } from 'fastest-levenshtein'
import { load, YAMLException } from 'js-yaml'
import type { Finding, Severity } from '@/lib/core/finding'
import { rulesByName } from './registry'

/** The library's own severities: content/check.yml, with a field `rules`. */
const settingsFile = 'check.yml'

const words: Record<string, Severity | 'off'> = {
  off: 'off',
  notice: 'notice',
  warn: 'warning',
  error: 'error',
}

/** The severities that differ from the rules' own. */
export type Severities = ReadonlyMap<string, Severity | 'off'>

/**
 * The severities that `content/check.yml` and the command line (`NAME=off|notice|warn|error`) set; the latter win. Throws a
 * message for the author for a rule that does not exist or cannot be changed.
 */
export function readSeverities(contentDir: string, commands: readonly string[]): Severities {
  const severities = new Map<string, Severity | 'off'>()
  const file = path.join(contentDir, settingsFile)
  for (const [name, word] of readEntries(file)) setSeverity(severities, name, word, `${settingsFile}: `)
  for (const command of commands) {
    const [name = '', word = ''] = command.split('=')
    setSeverity(severities, name, word, `--rule ${command}: `)
  }
  return severities
}

/** A finding with the severity that is set for its rule; undefined if the rule is off. */
export function applySeverity(severities: Severities, finding: Finding): Finding | undefined {
  const severity = severities.get(finding.rule) ?? finding.severity
  return severity === 'off' ? undefined : { ...finding, severity }
}

/** The severities under which only some rules report anything, as they would without that. */
export function onlyRules(severities: Severities, names: readonly string[]): Severities {
  const asked = new Set(names)
  for (const name of names) refuseUnknown(name, '--only: ')
  const others = [...rulesByName.keys()].filter((name) => !asked.has(name))
  return new Map([...severities, ...others.map((name) => [name, 'off'] as const)])
}

function refuseUnknown(name: string, where: string) {
  if (rulesByName.has(name)) return
  throw new Error(`${where}there is no rule “${name}”. Did you mean “${closest(name, [...rulesByName.keys()])}”?`)
}

function setSeverity(severities: Map<string, Severity | 'off'>, name: string, word: string, where: string) {
  const severity = Object.hasOwn(words, word) ? words[word] : undefined
  refuseUnknown(name, where)
  if (severity === undefined)
    throw new Error(`${where}expected off, notice, warn or error for ${name}, found “${word}”.`)
  if (rulesByName.get(name)?.blocks && severity !== 'error') {
    throw new Error(`${where}a file that breaks ${name} cannot be published, so it stays an error.`)
  }
  severities.set(name, severity)
}

function readEntries(file: string): [name: string, word: string][] {
  if (!existsSync(file)) return []
  const content = readYaml(file)
  const unknown = Object.keys(content).find((key) => key !== 'rules')
  if (unknown !== undefined) throw new Error(`${settingsFile}: “${unknown}” is not known here; expected “rules”.`)
  const entries = content.rules ?? {}
  if (typeof entries !== 'object' || Array.isArray(entries)) {
    throw new Error(`${settingsFile}: expected below “rules” one rule a line, such as “link-http: off”.`)
  }
  return Object.entries(entries).map(([name, word]) => [name, String(word)])
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
