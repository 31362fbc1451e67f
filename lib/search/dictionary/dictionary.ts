import { SortedFile } from './sorted-file'

/** English words, without names, a word a line. */
const wordsFile = 'node_modules/word-list/words.txt'

/** English words and names; what follows a slash says which endings they take. */
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

/** Whether a word in lower case is one of English; names are none. */
export const isEnglishWord = open(wordsFile)

const isName = [open(namesFile), open(peopleFile)]

/** Whether a word in lower case is one of English, or a name: then it is not misspelt, whatever a library has. */
export function isDictionaryWord(word: string): boolean {
  if (isEnglishWord(word)) return true
  const forms = [...new Set([word, word.replace(/s$/, '')])]
  const written = forms.flatMap((form) => [form, `${form.charAt(0).toUpperCase()}${form.slice(1)}`])
  return isName.some((isListed) => written.some(isListed))
}
