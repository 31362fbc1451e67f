import { toStem } from '@/lib/core/words'
import { type Forms, listForms } from './forms/forms'
import { lookUpForms } from './forms/look-up-forms'
import { type Known, type LookupSteps, lookUp, lookUpTogether } from './lookups'
import type { Query, Unit } from './query'
import type { Term } from './score'
import { isStopWord } from './stop-words'
import { allWords, type Repeated, toWorth } from './worth'

/** A term as an index searches for it. */
export type SearchTerm = Term & {
  unit: Unit
  /** Its unstemmed forms: a word, or the words of a phrase. */
  spelled: string[]
  /** Roughly how many headings have it, or how many answers if no heading has it; 0 if it occurs nowhere. */
  questions: number
  /** Whether only answers have it: the words for what a question is about mostly occur in some heading too. */
  belowHeadings: boolean
  /** Stop words count in the ranking but do not select candidates. */
  stopWord: boolean
}

/** How many completions of an unfinished word are searched for. */
const completions = 6

/** A single letter weighs less than its rarity suggests: it is a variable in one answer and a vitamin in another. */
const singleLetterFactor = 0.4
const stopWordFactor = 0.3

/** Treated as stop words too: the `s` that is split from `Newton's`, and words between two sides. */
const joining = new Set(['s', 'vs', 'versus'])

/** Lowers the weight of a word that no heading has: it is rarely what a question is about. */
const belowHeadingsFactor = 0.75

/** How many words with the same beginning are considered. */
const maxBeginning = 20_000

/** Counting stops here: a term with this many matches weighs the same as one with more. */
const maxCounted = 500

/** The exponent of a term's weight: how much more a rare word counts than a common one. */
const rareness = 1.5

/** How many questions the library has, and the counts of all words of its titles. */
export type Size = { total: number; all: Repeated }

/** For a term that is looked up, not weighed. */
export const nothing: Size = { total: 0, all: { titled: 0, repeated: 0 } }

/** Returns the terms of a query; the last one with completions if it is `unfinished`. */
export type Terms = (size: Size, unfinished: boolean) => SearchTerm[]

/** Looks up the counts of all words of titles. */
export function* lookUpAllWords(): LookupSteps<() => Repeated> {
  const [all] = yield* lookUp({ kind: 'word', word: allWords })
  return () => ({ titled: 0, repeated: 0, ...all() })
}

/** Looks up what the terms of a query need. */
export function* lookUpTerms({ units, typing }: Query): LookupSteps<Terms> {
  const last = units.length - 1
  const forms = listForms(units)
  const terms = yield* lookUpTogether(
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
): LookupSteps<(size: Size, unfinished: boolean) => SearchTerm> {
  const word = unit.words.join(' ')
  const spellings = forms.inTexts
  const toMatch = (spelled: string[]) => ({ terms: [toSearchTerm(unit, spelled, [], 0, 0, nothing)] })
  const beginning = { kind: 'beginning', beginning: word, considered: maxBeginning, limit: completions } as const
  const [[known, inHeadings, inTexts, later], others] = yield* lookUpTogether([
    lookUp(
      { kind: 'word', word },
      { kind: 'countHeadings', match: toMatch([word]), limit: maxCounted },
      { kind: 'countTexts', match: toMatch([word, ...spellings]), limit: maxCounted },
      ...(typing && !unit.quoted && word.length > 1 ? [beginning] : []),
    ),
    lookUpForms(unit, forms, maxCounted, toMatch),
  ])
  return (size, unfinished) => {
    const completed = unfinished ? (later?.() ?? []) : []
    const own = unit.words.length === 1 ? known() : undefined
    const sum = (own?.questions ?? 0) + completed.reduce((uses, row) => uses + row.questions, 0)
    const { spelled, questions } = others()
    // Completions need no lookup of headings: they are words of headings.
    // `define` is as common as `defined`, even if few headings have exactly that form.
    const above = Math.max(sum, inHeadings()) + questions
    const written = [word, ...completed.map((row) => row.word)]
    const anywhere = above || inTexts()
    return toSearchTerm(unit, written, above > 0 ? spelled : anywhere > 0 ? spellings : [], above, anywhere, size, own)
  }
}

/** A term whose words are not looked up: an exclusion, or a formula as a whole. */
export const toExactTerm = (unit: Unit) => toSearchTerm(unit, [unit.words.join(' ')], [], 0, 0, nothing)

/** A term for a word that is known to be in headings. */
export const toKnownTerm = (known: Known, size: Size) =>
  toSearchTerm({ words: [known.word], quoted: false }, [known.word], [], known.questions, known.questions, size, known)

/** `written` are its forms as typed or completed; `others` are forms that mean the same. */
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
  // A part of a name such as World War I is not a stop word.
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
