import { SortedFile } from './sorted-file'

/** English words without names, one per line. */
const wordsFile = 'node_modules/word-list/words.txt'

/** English words and names; a slash precedes flags for the endings that they take. */
const namesFile = 'node_modules/dictionary-en/index.dic'

/** First and last names of people. */
const peopleFile = 'node_modules/@cspell/dict-people-names/dict/people-names.txt'

const open = (file: string) => {
  let list: SortedFile | undefined
  return (word: string) => {
    list ??= new SortedFile(file, toWord)
    return list.find(word) !== undefined
  }
}

function toWord(line: string): string {
  const end = line.indexOf('/')
  return end < 0 ? line : line.slice(0, end)
}

/** Whether a lower-case word is an English word, not counting names. */
export const isEnglishWord = open(wordsFile)

const isName = [open(namesFile), open(peopleFile)]

/** Whether a lower-case word is an English word or a name, and so not misspelt, even if the library lacks it. */
export function isDictionaryWord(word: string): boolean {
  if (isEnglishWord(word)) return true
  const forms = [...new Set([word, word.replace(/s$/, '')])]
  const written = forms.flatMap((form) => [form, `${form.charAt(0).toUpperCase()}${form.slice(1)}`])
  return isName.some((isListed) => written.some(isListed))
}
