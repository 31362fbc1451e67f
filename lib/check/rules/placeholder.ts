import { placeholderMark } from '@/lib/core/placeholder'

const patterns = [
  placeholderMark,
  String.raw`\b(?:TODO|FIXME|TBD)\b`,
  String.raw`\blorem ipsum\b`,
  String.raw`\[(?:insert|placeholder)\b[^\]\n]{0,80}\](?!\()`,
]
const placeholder = new RegExp(patterns.join('|'), 'gi')

/** What is left in a text to be replaced: where it stands, and what to say of it. */
export function* findPlaceholders(text: string): Generator<{ index: number; message: string }> {
  for (const { index, 0: found } of text.matchAll(placeholder)) {
    // In lower case these are words of a sentence.
    if (/^(?:todo|fixme|tbd)/.test(found)) continue
    yield { index, message: `“${found}” is left to be replaced. Write what belongs there, or remove it.` }
  }
}
