import { answerRules } from './answer'
import { fileRules } from './file'
import { frontMatterRules } from './front-matter'
import { libraryRules } from './library'
import { linkRules } from './link'
import { movedRules } from './moved'
import type { RuleDefinition, RuleFamily } from './rule'

/** All rules, in the order of the documentation. The compile reports those it meets, `npm run check` all. */
export const ruleFamilies: RuleFamily[] = [
  fileRules,
  frontMatterRules,
  libraryRules,
  movedRules,
  answerRules,
  linkRules,
]

const byName = {
  ...fileRules.rules,
  ...frontMatterRules.rules,
  ...libraryRules.rules,
  ...movedRules.rules,
  ...answerRules.rules,
  ...linkRules.rules,
}

/** The rules a content file can break; each finding names one. */
export type Rule = keyof typeof byName

export const rules: Record<Rule, RuleDefinition> = byName

export const ruleNames = Object.keys(byName) as Rule[]

export const isRule = (name: string): name is Rule => Object.hasOwn(byName, name)
