import type { Severity } from './finding'

/** What a rule expects of content, for whoever meets it in a finding or in docs/rules.md. Examples are file content. */
export type RuleDefinition = {
  /** The name of its file, by which findings, `check_off` and settings know the rule. */
  name: string
  severity: Severity
  /** A file that breaks the rule cannot be published, so that its severity cannot be changed. */
  blocks?: true
  /** What `npm run check -- --fix` does, where there is one right answer. */
  fix?: string
  /** What is expected, in one sentence. */
  expects: string
  why: string
  wrong: string
  right: string
}
