import { createHash } from 'node:crypto'
import type { Finding } from '@/lib/core/finding'

/** A known finding: a line of the baseline, with its file, rule and a fingerprint of its message. */
type Entry = { line: number; text: string; path: string; kept: boolean }

const header =
  '# Findings that were known when this file was written; only new ones fail. It may only shrink: see docs/rules.md.'

/**
 * Known findings, which do not fail the check. Each is one line, `path rule fingerprint`, with the path below the
 * content folder and no line number, so that edits elsewhere in the file do not matter and branches merge easily.
 */
export class Baseline {
  private readonly entries = new Map<string, Entry[]>()

  constructor(text = '') {
    for (const [index, line] of text.split('\n').entries()) {
      const written = line.trim()
      if (written === '' || written.startsWith('#')) continue
      const entry = { line: index + 1, text: written, path: written.split(' ')[0] ?? '', kept: false }
      this.entries.set(written, [...(this.entries.get(written) ?? []), entry])
    }
  }

  /** Whether a finding is known; each line covers one. */
  take(path: string, finding: Finding): boolean {
    const entry = this.entries.get(toLine(path, finding))?.find(({ kept }) => !kept)
    if (entry) entry.kept = true
    return entry !== undefined
  }

  /** The lines of checked files whose finding no longer exists. */
  listFixed(wasChecked: (path: string) => boolean): Entry[] {
    return this.list().filter(({ kept, path }) => !kept && wasChecked(path))
  }

  /** The lines that another baseline lacks, or has fewer times. */
  listAddedSince(earlier: Baseline): Entry[] {
    return [...this.entries].flatMap(([text, entries]) => entries.slice(earlier.entries.get(text)?.length ?? 0))
  }

  /** The file without the given lines. */
  without(entries: readonly Entry[]): string {
    return toFile(
      this.list()
        .filter((entry) => !entries.includes(entry))
        .map(({ text }) => text),
    )
  }

  private list(): Entry[] {
    return [...this.entries.values()].flat().sort((a, b) => a.line - b.line)
  }
}

/** The line of a finding. */
export function toLine(path: string, { rule, message }: Finding): string {
  return `${encodeURI(path)} ${rule} ${createHash('sha256').update(message).digest('hex').slice(0, 8)}`
}

/** A baseline of these lines, sorted. */
export const toFile = (lines: string[]) => `${[header, ...lines.sort()].join('\n')}\n`
