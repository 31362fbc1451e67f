import { joiningWords } from '@/lib/core/joining-words'
import { splitWords, toStem } from '@/lib/core/words'

const joiningStems = new Set(joiningWords.map(toStem))

/** Whether a stem is of a word that does not only join or ask. */
export const isTelling = (stem: string) => !joiningStems.has(stem)

const between = ','

/**
 * What is above an answer as ranking compares it, worked out once for all searches. In five lines: the stems of the
 * title, of the keywords with a comma between two entries, and of the subject; all their words as they are; and how
 * many stems of the title are telling. A space is before and after each stem and word, so that a wanted one, or a
 * phrase, is a part of the line. In what it is given, words of letters and marks are spelled already (code-words.ts).
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
  return [...lines.map((line) => ` ${line.join(' ')} `), titleStems.filter(isTelling).length].join('\n')
}

/** Where the first three lines of a compared heading end, and how many stems of its title are telling. */
export function readComparedHeading(compared: string) {
  const title = compared.indexOf('\n')
  const keywords = compared.indexOf('\n', title + 1)
  const subject = compared.indexOf('\n', keywords + 1)
  return { title, keywords, subject, tellingInTitle: Number(compared.slice(compared.lastIndexOf('\n') + 1)) }
}

/** Keywords as one text: a phrase may begin in one entry and end in the next. */
export const joinEntries = (keywords: string) => keywords.replaceAll(` ${between}`, '')

/** Whether a stem (between spaces) is in a keyword that has nothing but wanted stems. */
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
