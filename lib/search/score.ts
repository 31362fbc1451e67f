import { joiningWords } from '@/lib/core/joining-words'
import { toStem, toWords } from '@/lib/core/words'

/** A word or phrase searched for, as it is compared with texts; `weight` is higher the fewer questions have it. */
export type Term = {
  /** Its forms: the words of a phrase, or what an unfinished word may become, the likeliest first; each a list of stems. */
  forms: string[][]
  /** The words of the forms that were typed, as they are: another form counts less. */
  words: string[]
  weight: number
  /** Whether it is of a subject's name in the query. */
  namesSubject?: boolean
}

/** What is above an answer; keywords are separated by commas. */
export type Heading = { title: string; keywords: string; subject: string }

/** `found` says for each term whether the heading has it. */
export type Score = { score: number; found: boolean[] }

/** How much a term counts by where it is. */
const places = { title: 1, keywords: 0.95, subject: 0.6 }

/** How much a word counts that only shares the stem (`integrity`, when `integral` was meant), or is another form. */
const otherForm = 0.9

/**
 * How much the heading as a whole adds: a title, or keywords, of nothing else; the words in the order of the query. Of a
 * title, words that join or ask do not count; of the query, each word by its weight.
 */
const agreement = { titleShare: 0.25, order: 0.12, wholeTitle: 0.5, wholeKeywords: 0.2 }

/**
 * Scores how well headings answer a query. A search scores hundreds, so what is the same for all is computed once. The
 * numbers were chosen with the ranking benchmark (tools/bench/search.ts).
 */
export function prepareScore(terms: readonly Term[]): (heading: Heading) => Score {
  const wanted = [...new Set(terms.flatMap(({ forms }) => forms.flat()))]
  const length = terms.reduce((words, { forms }) => words + (forms[0]?.length ?? 1), 0) || 1
  const all = terms.reduce((weights, { weight }) => weights + weight, 0) || 1
  const following = all - (terms[0]?.weight ?? 0) || 1
  const toSubject = rememberSplit()

  return ({ title, keywords, subject }) => {
    const { words: titleWords, stems: titleStems } = split(title)
    const entries = keywords.split(', ').map(split)
    const keywordStems = entries.flatMap(({ stems }) => stems)
    const { words: subjectWords, stems: subjectStems } = toSubject(subject)
    const isWritten = (word: string) =>
      titleWords.includes(word) || subjectWords.includes(word) || entries.some(({ words }) => words.includes(word))
    const found: boolean[] = []
    let sum = 0
    let inTitle = 0
    let tellingInTitle = 0
    let weightInTitle = 0
    let inOrder = 0
    let weightInOrder = 0
    let previous = -2
    for (const { forms, words, weight, namesSubject } of terms) {
      const at = findForm(titleStems, forms)
      const place =
        at >= 0
          ? 'title'
          : hasForm(keywordStems, forms)
            ? 'keywords'
            : hasForm(subjectStems, forms)
              ? 'subject'
              : undefined
      found.push(place !== undefined)
      const counts = namesSubject
        ? hasForm(subjectStems, forms)
          ? places.title
          : places.subject
        : place && places[place]
      if (place && counts) sum += weight * counts * (words.some(isWritten) ? 1 : otherForm)
      if (at >= 0) {
        inTitle += forms[0]?.length ?? 1
        tellingInTitle += forms[0]?.filter(isTelling).length ?? 1
        weightInTitle += weight
      }
      if (at >= 0 && at === previous + 1) {
        inOrder += 1
        weightInOrder += weight
      }
      previous = at < 0 ? -2 : at + (forms[0]?.length ?? 1) - 1
    }

    const whole = entries.filter(({ stems }) => stems.every((stem) => wanted.includes(stem)))
    const isNamed = (stem: string) => titleStems.includes(stem) || whole.some(({ stems }) => stems.includes(stem))
    const wholeKeywords = wanted.filter(isNamed).length
    const isTitle = titleStems.length === length && inTitle === length && inOrder === terms.length - 1
    const score =
      sum / all +
      agreement.titleShare * (tellingInTitle / (titleStems.filter(isTelling).length || 1)) * (weightInTitle / all) +
      agreement.order * (weightInOrder / following) +
      agreement.wholeKeywords * Math.min(1, wholeKeywords / length) +
      (isTitle ? agreement.wholeTitle : 0)
    return { score, found }
  }
}

const joiningStems = new Set(joiningWords.map(toStem))

const isTelling = (stem: string) => !joiningStems.has(stem)

type Split = { words: string[]; stems: string[] }

function split(text: string): Split {
  const words = toWords(text)
  return { words, stems: words.map(toStem) }
}

/** Splits texts with few different values, each only once. */
function rememberSplit(): (text: string) => Split {
  const known = new Map<string, Split>()
  return (text) => {
    const found = known.get(text) ?? split(text)
    known.set(text, found)
    return found
  }
}

const hasForm = (stems: readonly string[], forms: readonly string[][]) => findForm(stems, forms) >= 0

/** Where the first of the forms begins among the stems; -1 if none does. */
function findForm(stems: readonly string[], forms: readonly string[][]): number {
  for (const [first = '', ...rest] of forms) {
    for (let at = stems.indexOf(first); at >= 0; at = stems.indexOf(first, at + 1)) {
      if (rest.every((stem, index) => stems[at + 1 + index] === stem)) return at
    }
  }
  return -1
}
