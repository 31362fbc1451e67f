/** The longest slug of a topic, in characters. */
export const longestSlug = 60

/**
 * The slug of the topic that a keyword names: `Newton's Laws`, `newtons laws` and `Newton's law` are one topic, `C`,
 * `C++` and `C#` three. Undefined if it cannot be written in an address.
 */
export function toTopicSlug(keyword: string): string | undefined {
  const slug = toAddressWords(keyword)
  return /^[a-z0-9-]+$/.test(slug) && slug.length <= longestSlug ? toSingular(slug) : undefined
}

/** The slug of a word, singular or plural as it is; undefined if it cannot be written in an address. */
export function toWordSlug(word: string): string | undefined {
  const slug = toAddressWords(word)
  return /^[a-z0-9-]+$/.test(slug) ? slug : undefined
}

function toAddressWords(keyword: string): string {
  // Most keywords have only ASCII letters, digits and spaces, and this path takes a fraction of the time.
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

/** Words that end like a plural but are singular. */
const unchanged = new Set(['series', 'species', 'bias', 'gas', 'lens', 'canvas', 'atlas', 'texas', 'kansas', 'news'])

/** Makes the last of some words singular if its plural is regular; others (`matrices`) stay as they are. */
export function toSingular(words: string): string {
  if (!words.endsWith('s') || /(?:ss|us|is|ics)$/.test(words)) return words
  const word = words.slice(words.lastIndexOf('-') + 1)
  if (word.length < 4 || unchanged.has(word)) return words
  if (/[^aeo]ies$/.test(word) && word.length > 4) return `${words.slice(0, -3)}y`
  if (/(?:yses|theses|crises|axes)$/.test(word)) return `${words.slice(0, -2)}is`
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return words.slice(0, -2)
  return words.slice(0, -1)
}
