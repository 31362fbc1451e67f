import type { Rule } from '../../rule'

/** A line that begins with a letter, a Roman numeral or a number in brackets, as items of exercises do: `a)`, `(b)`, `III.`, `(1)`. */
const item = /^[ \t]*(\()?([a-z]|[A-Z]|[ivx]{1,4}|[IVX]{1,4}|(?<=\()\d{1,2}(?=\)))([.)])[ \t]+\S/

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

export const rule: Rule = {
  name: 'list-letter',
  severity: 'warning',
  expects: 'The items of a list begin with a hyphen or a number, even if they have letters: - a) ….',
  why: 'Markdown has no lists with letters or with numbers in brackets: all lines run into one paragraph.',
  wrong: 'a) Ice\nb) Water',
  right: '- a) Ice\n- b) Water',

  *findInQuestion({ answer }) {
    for (const { text, start } of answer.blocks) {
      const found = findItems(text)
      if (!found) continue
      const { at, first, second } = found
      const message = `The lines that begin with ${first}, ${second} … are not a list: they run into one paragraph. Begin each with “- ”.`
      yield { at: answer.toFile(start + at), message }
    }
  },
}

/** Two lines of a block that follow each other in the alphabet, the first at its beginning. */
function findItems(text: string): { at: number; first: string; second: string } | undefined {
  let before: { at: number; mark: string; place: number[] } | undefined
  let at = 0
  for (const line of text.split('\n')) {
    const found = item.exec(line)
    if (found) {
      const [, open = '', letter = '', close = ''] = found
      const mark = `${open}${letter}${close}`
      const place = toPlaces(letter)
      if (before && place.some((number, kind) => number === (before?.place[kind] ?? -1) + 1 && number > 0))
        return { at: before.at, first: before.mark, second: mark }
      before = place.some((number) => number === 0) ? { at: at + line.search(/\S/), mark, place } : undefined
    }
    at += line.length + 1
  }
  return undefined
}

/** The places of a letter in the alphabet and among Roman numerals, or of a number, from 0; -1 if it has none. */
const toPlaces = (letter: string) => [
  letter.length === 1 ? letter.toLowerCase().charCodeAt(0) - 97 : -1,
  romans.indexOf(letter.toLowerCase()),
  /\d/.test(letter) ? Number(letter) - 1 : -1,
]
