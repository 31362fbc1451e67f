/** The characters of the longest topic, as written in an address. */
export const longestSlug = 60

/**
 * The topic that a keyword means, as written in an address: `Newton's Laws`, `newtons laws` and `Newton's law` are one
 * topic, `C`, `C++` and `C#` three. Undefined if it cannot be written in an address.
 */
export function toTopicSlug(keyword: string): string | undefined {
  const slug = toAddressWords(keyword)
  return /^[a-z0-9-]+$/.test(slug) && slug.length <= longestSlug ? toSingular(slug) : undefined
}

/** A word of a topic as written in an address, in the number that it has; undefined if it cannot be. */
export function toWordSlug(word: string): string | undefined {
  const slug = toAddressWords(word)
  return /^[a-z0-9-]+$/.test(slug) ? slug : undefined
}

function toAddressWords(keyword: string): string {
  // Most keywords are words and spaces alone, for which this takes a fraction of the time.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(keyword)) return keyword.toLowerCase().replaceAll(' ', '-')
  return keyword
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`.]/g, '')
    .replace(/\++/g, (marks) => '-plus'.repeat(marks.length))
    .replaceAll('#', '-sharp')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** Words that end like a plural and are none. */
const unchanged = new Set(['series', 'species', 'bias', 'gas', 'lens', 'canvas', 'atlas', 'texas', 'kansas', 'news'])

/** Words, the last of them in the singular, where English forms its plural by a rule; what it forms otherwise (`matrices`) stays as it is. */
export function toSingular(words: string): string {
  if (!words.endsWith('s') || /(?:ss|us|is|ics)$/.test(words)) return words
  const word = words.slice(words.lastIndexOf('-') + 1)
  if (word.length < 4 || unchanged.has(word)) return words
  if (/[^aeo]ies$/.test(word) && word.length > 4) return `${words.slice(0, -3)}y`
  if (/(?:yses|theses|crises|axes)$/.test(word)) return `${words.slice(0, -2)}is`
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return words.slice(0, -2)
  return words.slice(0, -1)
}
