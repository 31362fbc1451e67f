import { type Finding, toFinding } from '@/lib/core/finding'
import type { CrossFileFacts } from './question/cross-file-facts'
import { rulesByName } from './registry'
import * as exception from './rules/front-matter/exception'

/** The findings without those of rules that the file turns off; an unused exception is a finding itself. */
export function applyExceptions({ exceptions }: CrossFileFacts, findings: readonly Finding[]): Finding[] {
  const off = new Set(exceptions.map(({ text }) => text))
  const unused = exceptions.filter(({ text }) => {
    const rule = rulesByName.get(text)
    return rule && !rule.blocks && !findings.some((finding) => finding.rule === text)
  })
  return [
    ...findings.filter((finding) => finding.blocking || !off.has(finding.rule)),
    ...unused.map((reference) => toFinding(exception.rule, exception.toUnusedException(reference))),
  ]
}
