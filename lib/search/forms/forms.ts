import type { Unit } from '../query'
import { joinWords } from './compounds'
import { listInflections } from './inflections'
import { listNumerals, readWorldWar, worldWars } from './numerals'
import { listSpellings } from './spellings'

/** Words and phrases that mean what a unit of a query means, written in another way; a library may have none of them. */
export type Forms = { words: string[]; phrases: string[] }

/** How many other forms of a word are looked up. */
const mostWords = 12

/** The other forms of each unit. What is in quotes has none. */
export function listForms(units: readonly Unit[]): Forms[] {
  const words = units.map((unit) => (unit.quoted ? undefined : unit.words[0]))
  const forms = words.map((word, index) => new Set(word === undefined ? [] : listOwnForms(word, words[index - 1])))
  const add = (index: number, form: string | undefined) => form !== undefined && forms[index]?.add(form)
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (word !== undefined && next !== undefined) {
      const joined = joinWords(word, next)
      add(index, joined)
      add(index + 1, joined)
    }
    const named = readWorldWar(words.slice(index, index + 3).map((other) => other ?? ''))
    if (named) {
      for (let at = index; at < index + named.length; at += 1) {
        for (const name of worldWars[named.war]) add(at, name)
      }
    }
  }
  return forms.map((all, index) => {
    const others = [...all].filter((form) => form !== words[index])
    return {
      words: others.filter((form) => !form.includes(' ')).slice(0, mostWords),
      phrases: others.filter((form) => form.includes(' ')),
    }
  })
}

function listOwnForms(word: string, before: string | undefined): string[] {
  const spellings = listSpellings(word)
  return [...spellings, ...listInflections(word), ...spellings.flatMap(listInflections), ...listNumerals(word, before)]
}
