import { placeholderMark } from '@/lib/core/placeholder'
import { listFieldTexts } from '../../question/field-texts'
import type { Rule } from '../../rule'
import { hasOneOf } from '../../text/match-if-contains'

const patterns = [
  placeholderMark,
  String.raw`\b(?:TODO|FIXME|TBD)\b`,
  String.raw`\blorem ipsum\b`,
  String.raw`(?<=^|[\s\0])\?\?\?+(?=[\s.,;)\0]|$)`,
  String.raw`\[(?:insert|placeholder|(?:image|diagram|photo|picture|illustration) of)\b[^\]\n\0]{0,80}\](?!\()`,
]
const placeholder = new RegExp(patterns.join('|'), 'gi')

/** Every placeholder has one of these, in whatever case. */
const signs = [placeholderMark.toLowerCase(), 'todo', 'fixme', 'tbd', 'lorem', '???', '[', 'xxx']

/** Not a Roman numeral, which comes after a name, and not the three X chromosomes. */
const crosses =
  /(?<![\d,.]|\p{Lu}[\p{L}’]*[ ])(?<![\p{L}\p{N}])XXX+(?![\p{L}\p{N}])(?![- ](?:syndrome|karyotype|chromosome|female|genotype|individual|zygote))/gu

export const rule: Rule = {
  name: 'placeholder',
  severity: 'error',
  expects:
    'Nothing is left that was meant to be replaced: TODO, TBD, XXX, ???, lorem ipsum, “[insert …]”, “[Image of …]”.',
  why: 'Readers would see it.',
  wrong: 'TODO: explain the second law.',
  right: 'The second law says that entropy never falls.',

  *findInQuestion(file) {
    for (const [field, text] of listFieldTexts(file.fields)) {
      if (field === 'answer') continue
      for (const { index, message } of findPlaceholders(text)) yield { at: file.inField(field, index), message }
    }
    const { answer } = file
    for (const { index, message } of findPlaceholders(answer.prose)) yield { at: answer.toFile(index), message }
  },
}

/** A placeholder left in a text: its offset, and what to say about it. */
function* findPlaceholders(text: string): Generator<{ index: number; message: string }> {
  if (!hasOneOf(text.toLowerCase(), signs)) return
  for (const { index, 0: found } of [...text.matchAll(placeholder), ...text.matchAll(crosses)]) {
    // In lower case these are words of a sentence.
    if (/^(?:todo|fixme|tbd)/.test(found)) continue
    yield { index, message: `“${found}” was meant to be replaced. Write what belongs there, or remove it.` }
  }
}
