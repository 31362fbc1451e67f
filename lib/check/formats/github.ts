import { appendFileSync } from 'node:fs'
import { type ReportedFinding, type Severity, toFindingLine } from '@/lib/core/finding'
import type { Format } from './format'

/** How many annotations of a kind GitHub shows for a step; it silently drops the others. */
const maxAnnotations = 10

/** In characters, each of which has up to three bytes: GitHub accepts 1 MiB as the summary of a step. */
const longestSummary = 300_000

/** More lines of one severity would not fit into the summary. */
const maxInSummary = 5_000

/**
 * Annotations on the lines of a pull request, as many of each severity as are shown
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands), and all findings in the summary
 * of the step, errors first. Names and messages are untrusted: they are escaped, so that none can end its command and
 * start another one. `summaryFile` is where GitHub reads the summary from.
 */
export function createGithubFormat(summaryFile = process.env.GITHUB_STEP_SUMMARY): Format {
  const groups = new Map<Severity, Group>([
    ['error', { count: 0, lines: [] }],
    ['warning', { count: 0, lines: [] }],
  ])
  return {
    foldsNotices: true,
    begin: () => '',
    finding(finding) {
      const group = groups.get(finding.severity) ?? { count: 0, lines: [] }
      groups.set(finding.severity, group)
      group.count += 1
      if (group.count <= maxInSummary) group.lines.push(toFindingLine(finding))
      return group.count <= maxAnnotations ? toCommand(finding) : ''
    },
    end() {
      const found = [...groups].filter(([, { count }]) => count > 0)
      if (summaryFile) appendFileSync(summaryFile, toSummary(found))
      return found.map(([severity, { count }]) => toRest(severity, count)).join('')
    },
  }
}

/** What was found of one severity, and its first lines. */
type Group = { count: number; lines: string[] }

const toCommand = ({ path, line, column, severity, rule, message }: ReportedFinding) =>
  `::${severity} file=${toProperty(path)},line=${line},col=${column},title=${toProperty(rule)}::${toData(message)}\n`

const toRest = (severity: string, count: number) =>
  count > maxAnnotations
    ? `${count - maxAnnotations} more of severity “${severity}” are in the summary of this step.\n`
    : ''

/** Findings are indented as code, so that what an author wrote is shown as text. */
function toSummary(found: readonly [Severity, Group][]): string {
  if (found.length === 0) return '## Questions\n\nNothing was found.\n'
  const parts = ['## Questions\n']
  let left = longestSummary
  for (const [severity, { count, lines }] of found) {
    parts.push(`### ${severity}: ${count}\n`)
    let shown = 0
    for (const line of lines) {
      left -= line.length
      if (left < 0) break
      parts.push(`    ${line}`)
      shown += 1
    }
    if (shown < count) parts.push(`\n${count - shown} more: \`npm run check -- --changed\` prints all of them.`)
    parts.push('')
  }
  return `${parts.join('\n')}\nWhat a rule means, and how to fix it: docs/rules.md\n`
}

const toData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const toProperty = (text: string) => toData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
