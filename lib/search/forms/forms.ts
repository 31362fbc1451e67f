import type { Unit } from '../query'
import { listClippings } from './clippings'
import { joinWords, splitNumber } from './compounds'
import { listEponyms } from './eponyms'
import { listInflections } from './inflections'
import { type Beside, listNumerals, readWorldWar } from './numerals'
import { listSpellings } from './spellings'

/**
 * Words and phrases with the meaning of a unit of a query, written differently; the library may have none of them. Answers
 * are searched for those `inTexts` only: unlike headings, without looking up which of them exist.
 */
export type Forms = { words: string[]; phrases: string[]; inTexts: string[] }

/** How many other forms of a word are looked up. */
const maxWords = 12

/** How many other forms of a word are searched for in answers, if no heading has it. */
const maxInTexts = 4

/** At most this many adjacent words may form a compound or a name. */
const maxAdjacentWords = 3

/** The other forms of each unit; quoted ones have none. */
export function listForms(units: readonly Unit[]): Forms[] {
  const words = units.map((unit) => (unit.quoted ? undefined : unit.words[0]))
  const forms = words.map((word, index) => {
    const beside = { before: words[index - 1], after: words[index + 1] }
    return new Set(word === undefined ? [] : listOwnForms(word, beside))
  })
  const add = (from: number, length: number, form: string) => {
    for (const all of forms.slice(from, from + length)) all.add(form)
  }
  for (const index of words.keys()) {
    const together = listTogether(words.slice(index, index + maxAdjacentWords))
    for (let length = 2; length <= together.length; length += 1) {
      const joined = joinWords(together.slice(0, length))
      if (joined !== undefined) add(index, length, joined)
    }
    const war = readWorldWar(together)
    for (const name of war?.names ?? []) add(index, war?.length ?? 0, name)
  }
  return forms.map((all, index) => {
    const others = [...all].filter((form) => form !== words[index])
    const single = others.filter((form) => !form.includes(' '))
    return {
      words: [...single, ...listEponyms(words[index] ?? '')].slice(0, maxWords),
      phrases: others.filter((form) => form.includes(' ')),
      inTexts: single.slice(0, maxInTexts),
    }
  })
}

/** The first words, up to a quoted unit. */
function listTogether(words: readonly (string | undefined)[]): string[] {
  const end = words.indexOf(undefined)
  return words.slice(0, end < 0 ? words.length : end) as string[]
}

function listOwnForms(word: string, beside: Beside): string[] {
  const spellings = listSpellings(word)
  return [
    ...spellings,
    ...listInflections(word),
    ...spellings.flatMap(listInflections),
    ...listNumerals(word, beside),
    ...listClippings(word),
    splitNumber(word)?.join(' ') ?? word,
  ]
}
