import type { ReportedFinding } from '@/lib/core/finding'

/** How findings are printed: a header, each finding, a footer. Each text includes its line breaks. */
export type Format = {
  begin: () => string
  /** `subject` is the folder of the file's subject, '' for other files. */
  finding: (finding: ReportedFinding, subject: string) => string
  end: () => string
  /** Made for reading from the top: notices are counted only, unless they are asked for by their rule. */
  foldsNotices?: true
}
