import { closest } from 'fastest-levenshtein'
import type { Finding, Severity } from '@/lib/core/finding'
import { readLibrarySettings, settingsFile } from './library-settings'
import { rulesByName } from './registry'

const words: Record<string, Severity | 'off'> = {
  off: 'off',
  notice: 'notice',
  warn: 'warning',
  error: 'error',
}

/** The severities that differ from the rules' own. */
export type Severities = ReadonlyMap<string, Severity | 'off'>

/**
 * The severities that `content/check.yml` and the command line (`NAME=off|notice|warn|error`) set; the latter win.
 * Throws a message for the author for a rule that does not exist or cannot be changed.
 */
export function readSeverities(contentDir: string, commands: readonly string[]): Severities {
  const severities = new Map<string, Severity | 'off'>()
  for (const [name, word] of readLibrarySettings(contentDir).rules)
    setSeverity(severities, name, word, `${settingsFile}: `)
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

/** The rules that report nothing with these severities; if notices are only counted, that includes those for notices. */
export const listUnasked = (severities: Severities, countsNotices: boolean): Set<string> =>
  new Set(
    [...rulesByName.values()].flatMap(({ name, severity: usual }) => {
      const severity = severities.get(name) ?? usual
      return severity === 'off' || (severity === 'notice' && countsNotices) ? name : []
    }),
  )

/** Severities with which only the named rules report anything, with their usual severity. */
export function onlyRules(severities: Severities, names: readonly string[]): Severities {
  const wanted = new Set(names)
  for (const name of names) refuseUnknown(name, '--only: ')
  const others = [...rulesByName.keys()].filter((name) => !wanted.has(name))
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
