import { toFindingLine } from '@/lib/core/finding'
import type { Format } from './format'

/** One line per finding. */
export const textFormat: Format = {
  begin: () => '',
  finding: (finding) => `${toFindingLine(finding)}\n`,
  end: () => '',
  foldsNotices: true,
}
