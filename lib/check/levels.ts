import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { closest } from 'fastest-levenshtein'
import { load, YAMLException } from 'js-yaml'
import { type Finding, type Level, type Problem, toFinding } from '@/lib/core/finding'
import { isRule, type Rule, ruleNames, rules } from '@/lib/core/rules/registry'

/** The library's own levels: content/check.yml, with a field `rules`. */
export const levelsFile = 'check.yml'

const settings: Record<string, Level | 'off'> = { off: 'off', warn: 'warning', error: 'error' }

/** What each rule that has not its own level is to be reported as. */
export type Levels = ReadonlyMap<Rule, Level | 'off'>

/**
 * The levels that `content/check.yml` and the command line (`NAME=off|warn|error`) set; the latter count more. Throws a
 * sentence for a rule that does not exist or cannot be changed.
 */
export function readLevels(contentDir: string, commands: readonly string[]): Levels {
  const levels = new Map<Rule, Level | 'off'>()
  const file = path.join(contentDir, levelsFile)
  for (const [name, level] of readEntries(file)) setLevel(levels, name, level, `${levelsFile}: `)
  for (const command of commands) {
    const [name = '', level = ''] = command.split('=')
    setLevel(levels, name, level, `--rule ${command}: `)
  }
  return levels
}

/** A problem as a finding of its level; undefined where its rule is off. */
export function applyLevel(levels: Levels, path: string, problem: Problem): Finding | undefined {
  const level = levels.get(problem.rule)
  if (level === 'off') return undefined
  return { ...toFinding(path, problem), ...(level && { level }) }
}

function setLevel(levels: Map<Rule, Level | 'off'>, name: string, value: string, where: string) {
  const level = Object.hasOwn(settings, value) ? settings[value] : undefined
  if (!isRule(name)) throw new Error(`${where}there is no rule “${name}”. Did you mean “${closest(name, ruleNames)}”?`)
  if (level === undefined) throw new Error(`${where}expected off, warn or error for ${name}, found “${value}”.`)
  if (rules[name].blocks && level !== 'error') {
    throw new Error(`${where}a file that breaks ${name} cannot be published, so it stays an error.`)
  }
  levels.set(name, level)
}

function readEntries(file: string): [name: string, level: string][] {
  if (!existsSync(file)) return []
  const content = readYaml(file)
  const unknown = Object.keys(content).find((key) => key !== 'rules')
  if (unknown !== undefined) throw new Error(`${levelsFile}: “${unknown}” is not known here; expected “rules”.`)
  const entries = content.rules ?? {}
  if (typeof entries !== 'object' || Array.isArray(entries)) {
    throw new Error(`${levelsFile}: expected below “rules” one rule a line, such as “link-http: off”.`)
  }
  return Object.entries(entries).map(([name, level]) => [name, String(level)])
}

function readYaml(file: string): Record<string, unknown> {
  try {
    const content = load(readFileSync(file, 'utf8'), { maxAliases: 0 }) ?? {}
    if (typeof content === 'object' && !Array.isArray(content)) return content as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    throw new Error(`${levelsFile}: ${error.reason}, line ${(error.mark?.line ?? 0) + 1}.`)
  }
  throw new Error(`${levelsFile}: expected fields, such as “rules:”.`)
}
