import type { ReportedFinding } from '@/lib/core/finding'

/** How findings are printed: a header, each finding, a footer. Each text includes its line breaks. */
export type Format = {
  begin: () => string
  /** `subject` is the folder of the file's subject, '' for other files. */
  finding: (finding: ReportedFinding, subject: string) => string
  end: () => string
  /** For reading from top to bottom: notices are only counted, unless their rule is selected. */
  foldsNotices?: true
}
