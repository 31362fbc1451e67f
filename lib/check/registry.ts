import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Rule } from './rule'

/** The folders of rules with their titles, in the order of the documentation. */
const titles: Record<string, string> = {
  file: 'The file',
  'front-matter': 'The front matter',
  library: 'The question among the others',
  'old-addresses': 'Old addresses',
  answer: 'The answer',
  links: 'Links and images',
}

/**
 * Where rules are. A rule of the compiler may have a counterpart here that uses the index, which then takes precedence.
 */
const folders = ['../compiler/rules/', './rules/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))

export type RuleGroup = { title: string; rules: Rule[] }

/** All rules: every file in the folders of rules is one, so that a new rule is a new file. */
export const ruleGroups: RuleGroup[] = await loadGroups()

export const rules: Rule[] = ruleGroups.flatMap((group) => group.rules)

export const rulesByName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]))

// Rules are imported while this module is evaluated, so none of them may import it.
async function loadGroups(): Promise<RuleGroup[]> {
  const files = new Map<string, Map<string, string>>(Object.keys(titles).map((group) => [group, new Map()]))
  for (const folder of folders) {
    for (const group of readdirSync(folder)) {
      const names = files.get(group)
      if (!names) throw new Error(`The rule folder ${folder}${group} has no title in lib/check/registry.ts.`)
      for (const file of readdirSync(path.join(folder, group))) {
        names.set(path.basename(file, '.ts'), path.join(folder, group, file))
      }
    }
  }
  return Promise.all(
    [...files].map(async ([group, names]) => ({
      title: titles[group] as string,
      rules: await Promise.all([...names.keys()].sort().map((name) => load(name, names.get(name) as string))),
    })),
  )
}

async function load(name: string, file: string): Promise<Rule> {
  // A path would be read as a URL: cut short at a “#”, and on Windows of an unknown scheme, “C:”.
  const { rule } = (await import(pathToFileURL(file).href)) as { rule: Rule }
  if (rule.name !== name) throw new Error(`${file} defines the rule “${rule.name}”. Name the file after its rule.`)
  return rule
}
