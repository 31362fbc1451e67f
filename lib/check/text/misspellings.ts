import { readFileSync } from 'node:fs'
import type { Wording } from './wording'

/** Common misspellings of English, such as “recieve->receive” (https://github.com/streetsidesoftware/cspell-dicts). */
const file = 'node_modules/@cspell/dict-en-common-misspellings/dict/dict-en.json'
type Dictionary = { dictionaryDefinitions: { suggestWords: string[] }[] }

const prepared = new WeakMap<Wording, ReadonlyMap<string, string[]>>()

/** The right words for lower-case misspellings, the likeliest first: common ones, and those of a library. */
export function toMisspellings(wording: Wording): ReadonlyMap<string, string[]> {
  const known = prepared.get(wording)
  if (known) return known
  const misspellings = readMisspellings()
  for (const [wrong, right] of Object.entries(wording.spelling)) {
    if (right === 'off') misspellings.delete(wrong)
    else misspellings.set(wrong, [right])
  }
  prepared.set(wording, misspellings)
  return misspellings
}

function readMisspellings(): Map<string, string[]> {
  const { dictionaryDefinitions } = JSON.parse(readFileSync(file, 'utf8')) as Dictionary
  const pairs = dictionaryDefinitions.flatMap(({ suggestWords }) => suggestWords.map((entry) => entry.split('->')))
  return new Map(pairs.flatMap(([wrong = '', right = '']) => (isCertain(wrong) ? [[wrong, right.split(', ')]] : [])))
}

/** Shorter ones are mostly names, symbols or abbreviations, such as the ket of physics. */
const isCertain = (wrong: string) => /^(?:[a-z]{4,}|teh|hte|adn|nto)$/.test(wrong)
