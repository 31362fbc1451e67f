import { readFileSync } from 'node:fs'
import type { Wording } from './wording'

/** Common misspellings of English, such as “recieve->receive” (https://github.com/streetsidesoftware/cspell-dicts). */
const file = 'node_modules/@cspell/dict-en-common-misspellings/dict/dict-en.json'
type Dictionary = { dictionaryDefinitions: { suggestWords: string[] }[] }

let misspellings: ReadonlyMap<string, string> | undefined

/** The right words of a word in lower case that is wrong, the likeliest first; undefined if it is not known to be. */
export function listRightWords(word: string, { spelling }: Wording): string[] | undefined {
  if (Object.hasOwn(spelling, word)) return spelling[word] === 'off' ? undefined : [spelling[word] as string]
  misspellings ??= readMisspellings()
  return misspellings.get(word)?.split(', ')
}

function readMisspellings(): Map<string, string> {
  const { dictionaryDefinitions } = JSON.parse(readFileSync(file, 'utf8')) as Dictionary
  const pairs = dictionaryDefinitions.flatMap(({ suggestWords }) => suggestWords.map((entry) => entry.split('->')))
  return new Map(pairs.flatMap(([wrong = '', right = '']) => (isCertain(wrong) ? [[wrong, right]] : [])))
}

/** Shorter letters are mostly a name, a sign or an abbreviation, such as the ket of physics. */
const isCertain = (wrong: string) => /^(?:[a-z]{4,}|teh|hte|adn|nto)$/.test(wrong)
