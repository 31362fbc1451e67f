import type { Severity } from '@/lib/core/finding'
import { csvStart, toCsvRow } from './csv'
import type { Format } from './format'

type Count = { level: Severity; rule: string; subject: string; findings: number }

const printers: Record<string, (counts: Count[]) => string> = { text: toText, csv: toCsv, json: toJson }

export const summaryFormats = Object.keys(printers)

/**
 * How many findings each rule and each subject has, in the named format; undefined if it has no summary.
 */
export function createSummary(name: string): Format | undefined {
  const print = Object.hasOwn(printers, name) ? printers[name] : undefined
  const counts = new Map<string, Count>()
  return (
    print && {
      begin: () => '',
      finding({ severity: level, rule }, subject) {
        const key = `${level} ${rule} ${subject}`
        const count = counts.get(key) ?? { level, rule, subject, findings: 0 }
        counts.set(key, { ...count, findings: count.findings + 1 })
        return ''
      },
      end: () => print([...counts.values()].sort((a, b) => b.findings - a.findings)),
    }
  )
}

const levels: readonly Severity[] = ['error', 'warning', 'notice']

function toText(counts: Count[]): string {
  const rules = groupBy(counts, ({ level, rule }) => `${level} ${rule}`).sort(
    ([, a], [, b]) => levels.indexOf(toLevel(a)) - levels.indexOf(toLevel(b)) || sum(b) - sum(a),
  )
  const subjects = groupBy(counts, ({ subject }) => subject || '(no subject)').sort(([, a], [, b]) => sum(b) - sum(a))
  const byRule = rules.map(([rule, of]) => [rule, sum(of), listLargest(of)] as const)
  const toLevels = (of: Count[]) =>
    levels.map((level) => `${sum(of.filter((count) => count.level === level))} ${level}s`).join(', ')
  const bySubject = subjects.map(([subject, of]) => [subject, sum(of), toLevels(of)] as const)
  return [toTable('By rule', byRule), toTable('By subject', bySubject)].join('\n')
}

/** The subjects with the most findings of a rule. */
function listLargest(of: Count[]): string {
  const shown = of.slice(0, 3).map(({ subject, findings }) => `${subject || '(no subject)'} ${findings}`)
  return [...shown, ...(of.length > 3 ? [`and ${of.length - 3} more`] : [])].join(', ')
}

function toTable(title: string, rows: (readonly [name: string, count: number, rest: string])[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  const digits = Math.max(0, ...rows.map(([, count]) => String(count).length))
  const lines = rows.map(([name, count, rest]) => `  ${name.padEnd(width)}  ${String(count).padStart(digits)}  ${rest}`)
  return `${[title, ...lines].join('\n')}\n`
}

function toCsv(counts: Count[]): string {
  const rows = counts.map(({ level, rule, subject, findings }) => [level, rule, subject, findings])
  return csvStart + [['level', 'rule', 'subject', 'findings'], ...rows].map(toCsvRow).join('')
}

function toJson(counts: Count[]): string {
  return `${JSON.stringify(counts, null, 2)}\n`
}

const sum = (counts: Count[]) => counts.reduce((all, { findings }) => all + findings, 0)

const toLevel = (counts: Count[]) => counts[0]?.level ?? 'notice'

function groupBy(counts: Count[], toKey: (count: Count) => string): [string, Count[]][] {
  const groups = new Map<string, Count[]>()
  for (const count of counts) groups.set(toKey(count), [...(groups.get(toKey(count)) ?? []), count])
  return [...groups]
}
