import type { ReportedFinding } from '@/lib/core/finding'

/** How findings are printed: a header, each finding, a footer. Each text includes its line breaks. */
export type Format = {
  begin: () => string
  finding: (finding: ReportedFinding) => string
  end: () => string
}
