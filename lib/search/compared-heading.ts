import { joiningWords } from '@/lib/core/joining-words'
import { splitWords, toStem } from '@/lib/core/words'

const joiningStems = new Set(joiningWords.map(toStem))

/** Whether a stem is not that of a joining or asking word. */
export const isContentStem = (stem: string) => !joiningStems.has(stem)

const between = ','

/**
 * A heading (title, keywords, subject) in the form that ranking compares, computed once for all searches. It has five
 * lines: the stems of the title, of the keywords with a comma between entries, and of the subject; all their unstemmed
 * words; and how many content stems the title has. A space surrounds each stem and word, so that a word or phrase can
 * be found as a substring. `spellCodeWords` must have processed the input.
 */
export function toComparedHeading({
  title,
  keywords,
  subject,
}: {
  title: string
  keywords: string
  subject: string
}): string {
  const [titleWords, subjectWords] = [splitWords(title), splitWords(subject)]
  const entries = keywords.split(', ').map(splitWords)
  const titleStems = titleWords.map(toStem)
  const lines = [
    titleStems,
    entries.flatMap((words, index) => [...(index > 0 ? [between] : []), ...words.map(toStem)]),
    subjectWords.map(toStem),
    [...new Set([...titleWords, ...entries.flat(), ...subjectWords])],
  ]
  return [...lines.map((line) => ` ${line.join(' ')} `), titleStems.filter(isContentStem).length].join('\n')
}

/** Where the first three lines of a compared heading end, and how many content stems its title has. */
export function readComparedHeading(compared: string) {
  const title = compared.indexOf('\n')
  const keywords = compared.indexOf('\n', title + 1)
  const subject = compared.indexOf('\n', keywords + 1)
  return { title, keywords, subject, contentInTitle: Number(compared.slice(compared.lastIndexOf('\n') + 1)) }
}

/** Joins keywords to one text, so that a phrase may begin in one entry and end in the next. */
export const joinEntries = (keywords: string) => keywords.replaceAll(` ${between}`, '')

/** Whether a stem (with its spaces) is in a keyword that consists of wanted stems only. */
export function isInWholeEntry(keywords: string, stem: string, wanted: ReadonlySet<string>): boolean {
  for (let at = keywords.indexOf(stem); at >= 0; at = keywords.indexOf(stem, at + 1)) {
    const start = keywords.lastIndexOf(between, at) + 1
    const end = keywords.indexOf(between, at)
    const entry = keywords.slice(start, end < 0 ? undefined : end).trim()
    if (entry.split(' ').every((other) => wanted.has(other))) return true
  }
  return false
}

/** How many stems a line has. */
export function countStems(line: string): number {
  let count = -1
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) count += 1
  return count
}
