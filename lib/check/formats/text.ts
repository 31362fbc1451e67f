import { toFindingLine } from '@/lib/content/finding'
import type { Format } from './format'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/** One line a finding. What comes from files cannot steer a terminal or turn a line around. */
export const textFormat: Format = {
  begin: () => '',
  finding: (finding) => `${toFindingLine(finding).replace(control, '\uFFFD')}\n`,
  end: () => '',
}
