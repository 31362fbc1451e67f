import { listSignificantStems } from '@/lib/search/significant-words'
import { type Compared, toCompared } from '@/lib/search/similarity'
import type { CrossFileFacts } from '../question/cross-file-facts'

/** The subject of a question, and the stems of the meaningful words in its title and keywords, each between spaces. */
export type ComparedHeading = Record<keyof Compared, string>

/** What the check compares of a question, as its index has it; includes the stems of its answer. */
export type ComparedWords = ComparedHeading & { answer: string }

/** What the check compares of a question; `markdown` is its answer. */
export function toComparedWords({ key, title, keywords }: CrossFileFacts, markdown: string): ComparedWords {
  const heading = toCompared({ subject: key.subject, title, keywords: keywords.join(' ') })
  return {
    subject: key.subject,
    title: joinStems(heading.title),
    keywords: joinStems(heading.keywords),
    answer: joinStems(listSignificantStems(markdown)),
  }
}

/** The same in the form that `lib/search/similarity` takes. */
export const readCompared = ({ subject, title, keywords }: ComparedHeading): Compared => ({
  subject,
  title: splitStems(title),
  keywords: splitStems(keywords),
})

/** Whether stems, each between spaces, include one of a question's title or keywords. */
export const haveOneOf = (stems: string, { title, keywords }: ComparedHeading) =>
  [...splitStems(title), ...splitStems(keywords)].some((stem) => stems.includes(` ${stem} `))

const joinStems = (stems: readonly string[]) => ` ${stems.join(' ')} `
const splitStems = (stems: string) => stems.split(' ').filter((stem) => stem !== '')
