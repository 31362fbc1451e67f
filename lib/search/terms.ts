import { toStem } from '@/lib/core/words'
import { type Forms, listForms } from './forms/forms'
import { lookUpForms } from './forms/look-up-forms'
import { type Known, type Looking, lookTogether, lookUp } from './lookups'
import type { Query, Unit } from './query'
import type { Term } from './score'
import { isStopWord } from './stop-words'
import { allWords, type Repeated, toWorth } from './worth'

/** A term as an index searches for it. */
export type SearchTerm = Term & {
  unit: Unit
  /** Its forms as they are, not as stems: a word, or the words of a phrase. */
  spelled: string[]
  /** Roughly how many headings have it, or how many answers if no heading has it; 0: nowhere. */
  questions: number
  /** Whether only answers have it: words for what a question is about are mostly in some heading too. */
  belowHeadings: boolean
  /** Stop words count in the ranking, but do not select candidates. */
  stopWord: boolean
}

/** How many completions of an unfinished word are searched for. */
const completions = 6

/** A single letter weighs less than its rareness suggests: it is a variable in one answer and a vitamin in another. */
const singleLetterFactor = 0.4
const stopWordFactor = 0.3

/** What the words of `Newton's` end in, and what joins two sides: words that join, though texts have them as others. */
const joining = new Set(['s', 'vs', 'versus'])

/** A word that no heading has is rarely what a question is about. */
const belowHeadingsFactor = 0.75

/** How many words with the same beginning are considered. */
const mostBeginning = 20_000

/** Counting stops here: a term with this many matches weighs the same as one with more. */
const mostCounted = 500

/** The exponent of a term's weight: how much more a rare word counts than a common one. */
const rareness = 1.5

/** How many other spellings of a word are looked for in answers, if no heading has it. */
const mostInTexts = 4

/** How many questions a library has, and what is known of the words of all its titles. */
export type Size = { total: number; all: Repeated }

/** Of a term that is looked for, not weighed. */
export const nothing: Size = { total: 0, all: { titled: 0, repeated: 0 } }

/** Gives the terms of a query in a library; the last one with completions, if it is `unfinished`. */
export type Terms = (size: Size, unfinished: boolean) => SearchTerm[]

/** Looks up what the words of all titles tell. */
export function* lookUpAllWords(): Looking<() => Repeated> {
  const [all] = yield* lookUp({ kind: 'word', word: allWords })
  return () => ({ titled: 0, repeated: 0, ...all() })
}

/** Looks up what the terms of a query need. */
export function* lookUpTerms({ units, typing }: Query): Looking<Terms> {
  const last = units.length - 1
  const forms = listForms(units)
  const terms = yield* lookTogether(
    units.map((unit, index) => lookUpTerm(unit, forms[index] as Forms, typing && index === last)),
  )
  let finished: SearchTerm[] | undefined
  return (size, unfinished) => {
    finished ??= terms.map((toTerm) => toTerm(size, false))
    const begun = unfinished ? terms.at(-1)?.(size, true) : undefined
    return begun ? finished.with(last, begun) : finished
  }
}

function* lookUpTerm(
  unit: Unit,
  forms: Forms,
  typing: boolean,
): Looking<(size: Size, unfinished: boolean) => SearchTerm> {
  const word = unit.words.join(' ')
  const spellings = forms.words.slice(0, mostInTexts)
  const toMatch = (spelled: string[]) => ({ terms: [toSearchTerm(unit, spelled, [], 0, 0, nothing)] })
  const beginning = { kind: 'beginning', beginning: word, considered: mostBeginning, limit: completions } as const
  const [[known, inHeadings, inTexts, later], others] = yield* lookTogether([
    lookUp(
      { kind: 'word', word },
      { kind: 'countHeadings', match: toMatch([word]), limit: mostCounted },
      { kind: 'countTexts', match: toMatch([word, ...spellings]), limit: mostCounted },
      ...(typing && !unit.quoted && word.length > 1 ? [beginning] : []),
    ),
    lookUpForms(unit, forms, mostCounted, toMatch),
  ])
  return (size, unfinished) => {
    const completed = unfinished ? (later?.() ?? []) : []
    const own = unit.words.length === 1 ? known() : undefined
    const sum = (own?.questions ?? 0) + completed.reduce((uses, row) => uses + row.questions, 0)
    const { spelled, questions } = others()
    // Without completions, since those are words of headings.
    const above = (sum || inHeadings()) + questions
    const written = [word, ...completed.map((row) => row.word)]
    const anywhere = above || inTexts()
    return toSearchTerm(unit, written, above > 0 ? spelled : anywhere > 0 ? spellings : [], above, anywhere, size, own)
  }
}

/** The term of words of which nothing is looked up: what is excluded, or a formula as a whole. */
export const toExactTerm = (unit: Unit) => toSearchTerm(unit, [unit.words.join(' ')], [], 0, 0, nothing)

/** The term of a word that headings are known to have. */
export const toKnownTerm = (known: Known, size: Size) =>
  toSearchTerm({ words: [known.word], quoted: false }, [known.word], [], known.questions, known.questions, size, known)

/** `written`: its forms as they were typed or completed; `others`: those that mean the same. */
function toSearchTerm(
  unit: Unit,
  written: string[],
  others: string[],
  above: number,
  questions: number,
  { total, all }: Size,
  repeated: Partial<Repeated> = {},
): SearchTerm {
  const word = unit.words.join(' ')
  // What is part of a name such as World War I is no joining word.
  const stopWord = (isStopWord(word) || joining.has(word)) && !others.some((form) => form.includes(' '))
  const factor = stopWord ? stopWordFactor : word.length === 1 ? singleLetterFactor : toWorth(repeated, all)
  const spelled = [...written, ...others]
  return {
    unit,
    spelled,
    words: [...new Set(written.flatMap((form) => form.split(' ')))],
    questions,
    belowHeadings: above === 0,
    stopWord,
    forms: spelled.map((form) => form.split(' ').map(toStem)),
    weight: Math.log(1 + total / (1 + questions)) ** rareness * factor * (above === 0 ? belowHeadingsFactor : 1),
  }
}
