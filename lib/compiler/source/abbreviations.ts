import { isJoiningWord } from '@/lib/core/joining-words'

/** How many characters of an answer are searched, and how many abbreviations are kept. */
const searchedLength = 20_000
const maxKept = 12

/** The longest spelled-out form, in characters. */
const longest = 80

/** An abbreviation: a few letters and digits, most of them capitals; not a numeral like `IV` or a name like `B12`. */
const isShort = (word: string) =>
  /^[a-z]?[A-Z][A-Za-z0-9]{0,6}[A-Z0-9]$/.test(word) && !/^(?:[IVX]+|[A-Za-z]\d+)$/.test(word)

/**
 * What abbreviations stand for, where a question says so itself: “hepatocellular carcinoma (HCC)”, “HCC (hepatocellular
 * carcinoma)”. Undefined if there are none.
 */
export function findAbbreviations(
  title: string,
  keywords: readonly string[],
  answer: string,
): Record<string, string> | undefined {
  const text = `${keywords.join(', ')}. ${title}. ${answer.slice(0, searchedLength)}`
  const found = new Map<string, string>()
  for (let at = text.indexOf('('); at >= 0 && found.size < maxKept; at = text.indexOf('(', at + 1)) {
    const end = text.indexOf(')', at)
    if (end < 0) break
    if (end - at > longest + 2) continue
    const pair = toPair(text.slice(Math.max(0, at - longest), at), text.slice(at + 1, end))
    if (pair && !found.has(pair[0])) found.set(...pair)
  }
  return found.size > 0 ? Object.fromEntries(found) : undefined
}

/** An abbreviation and its words, if one of the two is in brackets and the other directly before them. */
function toPair(before: string, inside: string): [short: string, long: string] | undefined {
  const bracketed = toPlain(inside).trim()
  const short = dropPlural(bracketed)
  if (isShort(short)) {
    const long = toMeaning(lastWords(before), short)
    return long === undefined ? undefined : [short, long]
  }
  if (!/^[\p{L}'’-]+(?: [\p{L}\p{N}'’-]+)+$/u.test(bracketed)) return undefined
  const named = dropPlural(/[A-Za-z0-9]+$/.exec(toPlain(before).trimEnd())?.[0] ?? '')
  const long = isShort(named) ? toMeaning(bracketed, named) : undefined
  return long === undefined || long.length < bracketed.length ? undefined : [named, long]
}

const lastWords = (text: string) => /[\p{L}\p{N}'’ -]*$/u.exec(toPlain(text).trimEnd())?.[0] ?? ''

/** Without Markdown's marks for emphasis and code, and on one line. */
const toPlain = (text: string) => text.replace(/[*_`]/g, '').replace(/\\n|\n/g, ' ')

const dropPlural = (word: string) => word.replace(/(?<=[A-Z0-9])s$/, '')

/**
 * The words that an abbreviation stands for: it is their initials, or else they contain its letters in order, the first
 * and at least one more at the beginning of a word. After Schwartz and Hearst, https://psb.stanford.edu/psb-online/proceedings/psb03/schwartz.pdf
 */
function toMeaning(words: string, short: string): string | undefined {
  const text = words.trim()
  const initials = toInitials(text, short)
  if (initials) return initials.replace(/\s+/g, ' ')
  const beginsWord = (at: number) => at === 0 || /[\s-]/.test(text[at - 1] as string)
  let at = text.length
  let beginnings = 0
  for (let letter = short.length - 1; letter >= 0; letter -= 1) {
    do at -= 1
    while (at >= 0 && !(text[at]?.toLowerCase() === short[letter]?.toLowerCase() && (letter > 0 || beginsWord(at))))
    if (at < 0) return undefined
    if (beginsWord(at)) beginnings += 1
  }
  const long = text.slice(at).replace(/\s+/g, ' ')
  // The same authors' limit: almost any sentence contains the letters.
  const isLonger = long.split(' ').length > Math.min(short.length + 5, short.length * 2)
  return beginnings > 1 && !isLonger ? long : undefined
}

/** The words at the end of a text that begin with the letters of an abbreviation, ignoring joining words. */
function toInitials(text: string, short: string): string | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)]
  let left = short.length
  for (const { 0: word, index } of words.reverse()) {
    if (word[0]?.toLowerCase() === short[left - 1]?.toLowerCase()) left -= 1
    else if (!isJoiningWord(word) || left === short.length) return undefined
    if (left === 0) return text.slice(index)
  }
  return undefined
}
