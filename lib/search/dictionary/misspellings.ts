import { SortedFile } from './sorted-file'

/** Common misspellings of English, each with its corrections: `"recieve->receive",`. */
const file = 'node_modules/@cspell/dict-en-common-misspellings/dict/dict-en.json'
const before = '   "suggestWords": ['

/** How many corrections of a misspelling are considered. */
const maxCorrections = 3

let misspellings: SortedFile | undefined

/** The words that a lower-case word is a common misspelling of, likeliest first. */
export function listRightWords(word: string): string[] {
  misspellings ??= new SortedFile(file, toWrongWord, before)
  const right = misspellings.find(word)?.split('->')[1] ?? ''
  return right
    .replace(/",?$/, '')
    .toLowerCase()
    .split(', ')
    .filter((other) => /^[a-z]+$/.test(other))
    .slice(0, maxCorrections)
}

const toWrongWord = (line: string) => line.slice(line.indexOf('"') + 1, line.indexOf('->')).toLowerCase()
