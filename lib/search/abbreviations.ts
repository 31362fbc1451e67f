import { toSingular } from '@/lib/core/topic-slug'
import { toStem, toWords } from '@/lib/core/words'
import { type Abbreviation, type LookupSteps, lookUp } from './lookups'
import type { Unit } from './query'
import { isStopWord } from './stop-words'
import type { SearchTerm } from './terms'

/** At most this many meanings of an abbreviation are used: those that most questions give. */
const maxMeanings = 3

/** At most this many words of a query are spelled out, because a phrase costs more than a word. */
const maxSpelledOut = 4

/** If a smaller share of the headings with a word give this meaning, it is mostly an ordinary word: `aim`, `cat`. */
const leastSaid = 0.02

const longestInWords = 8

/** An abbreviation and what it stands for, normalised for lookups; undefined if either is unsuitable. */
export function toSpelledOut(short: string, long: string): Omit<Abbreviation, 'uses'> | undefined {
  const [word, ...rest] = toWords(short)
  const words = toWords(long)
  if (!word || rest.length > 0 || isStopWord(word) || words.length < 2 || words.length > longestInWords)
    return undefined
  return { short: word, long: toPhrase(words) }
}

const toPhrase = (words: readonly string[]) => words.with(-1, toSingular(words.at(-1) ?? '')).join(' ')

/**
 * Looks up what the abbreviations in a query stand for, and the abbreviations of its phrases. The returned function adds
 * these to the terms as further forms, after what was typed.
 */
export function* lookUpAbbreviations(
  units: readonly Unit[],
): LookupSteps<(terms: readonly SearchTerm[]) => SearchTerm[]> {
  const words = units.map(({ words: [word, ...rest], quoted }) => (quoted || rest.length > 0 ? '' : word))
  const shorts = words.map((word) => (word.length < 2 || isStopWord(word) ? [] : [word, word.replace(/(?<=..)s$/, '')]))
  const runs = words.flatMap((_, from) => listRuns(words, from))
  if (shorts.flat().length === 0) return (terms) => [...terms]
  const asked = { shorts: [...new Set(shorts.flat())], longs: runs.map(({ phrase }) => phrase), limit: maxMeanings }
  const [abbreviations] = yield* lookUp({ kind: 'abbreviations', ...asked })

  return (terms) => {
    const found = abbreviations()
    if (found.length === 0) return [...terms]
    let spelledOut = 0
    return terms.map((term) => {
      const index = term.unit.words.length > 1 ? -1 : words.indexOf(term.unit.words[0])
      const longs = found.filter(
        ({ short, uses }) => shorts[index]?.includes(short) && uses >= leastSaid * term.questions,
      )
      if (longs.length > 0) spelledOut += 1
      const isOf = ({ from, run }: ReturnType<typeof listRuns>[number]) => from <= index && index < from + run.length
      const short = found.filter(
        ({ long }) => !term.stopWord && runs.some((words) => isOf(words) && words.phrase === long),
      )
      const meant = [
        ...(spelledOut <= maxSpelledOut ? longs : []).map(({ long }) => long),
        ...short.map((pair) => pair.short),
      ]
      return withForms(term, meant.slice(0, maxMeanings))
    })
  }
}

/** The phrases that start at a word and may have an abbreviation: two words or more, up to the next quoted phrase. */
function listRuns(words: readonly string[], from: number) {
  const quoted = words.indexOf('', from)
  const end = Math.min(from + longestInWords, quoted < 0 ? words.length : quoted)
  return Array.from({ length: Math.max(0, end - from - 1) }, (_, more) => {
    const run = words.slice(from, from + more + 2)
    return { from, run, phrase: toPhrase(run) }
  })
}

function withForms(term: SearchTerm, meant: readonly string[]): SearchTerm {
  const spelled = [...new Set([...term.spelled, ...meant])]
  return { ...term, spelled, forms: spelled.map((form) => form.split(' ').map(toStem)) }
}
