import type { Severity } from './finding'

/** A rule for content, as findings and docs/rules.md explain it. Examples are file content. */
export type RuleDefinition = {
  /** The name of its file, by which findings, `check_off` and settings know the rule. */
  name: string
  severity: Severity
  /** A file that breaks the rule cannot be published, so its severity cannot be changed. */
  blocks?: true
  /** What `npm run check -- --fix` does, where there is one right answer. */
  fix?: string
  /** What is expected, in one sentence. */
  expects: string
  why: string
  wrong: string
  right: string
}
