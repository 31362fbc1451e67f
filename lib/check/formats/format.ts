import type { ReportedFinding } from '@/lib/core/finding'

/** How findings are printed: what comes first, each finding, what comes last. Each text ends its own lines. */
export type Format = {
  begin: () => string
  finding: (finding: ReportedFinding) => string
  end: () => string
}
