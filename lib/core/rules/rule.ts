/** What a rule expects of content, for whoever meets it in a finding or in docs/rules.md. Examples are file content. */
export type RuleDefinition = {
  level: 'error' | 'warning'
  /** A file that breaks the rule cannot be published, so that its level cannot be changed. */
  blocks?: true
  /** What `npm run check -- --fix` does, where there is one right answer. */
  fix?: string
  /** What is expected, in one sentence. */
  expects: string
  why: string
  wrong: string
  right: string
}

/** A group of rules, under the title that the documentation gives it. */
export type RuleFamily<Names extends string = string> = { title: string; rules: Record<Names, RuleDefinition> }

/** Keeps the names of a family's rules for the type of all rules. */
export const defineFamily = <Names extends string>(family: RuleFamily<Names>) => family
