/** The characters of the longest keyword that can be a topic. */
const longest = 60

/**
 * The topic that a keyword means, as written in an address: `Newton's Laws`, `newtons laws` and `Newton's law` are one
 * topic, `C`, `C++` and `C#` three. Undefined if it cannot be written in an address.
 */
export function toTopicSlug(keyword: string): string | undefined {
  const slug = toAddressWords(keyword)
  if (!/^[a-z0-9-]+$/.test(slug) || slug.length > longest) return undefined
  const last = slug.lastIndexOf('-') + 1
  return slug.slice(0, last) + toSingular(slug.slice(last))
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

/** The number that English forms by a rule; what it forms otherwise (`matrices`) stays as it is. */
function toSingular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|ics)$/.test(word) || unchanged.has(word)) return word
  if (/[^aeo]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:yses|theses|crises|axes)$/.test(word)) return `${word.slice(0, -2)}is`
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
