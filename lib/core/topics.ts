/** A topic has a page only if at least this many questions name it. */
export const fewestQuestions = 5

/** At most this many topics of a subject have pages, those with the most questions first. */
export const mostTopics = 40

/** Limits on the keywords of a question: their number, and the characters of one. */
const mostKeywords = 20
const longest = 60

/**
 * The topic that a keyword means, as written in an address: `Newton's Laws` and `newtons laws` are one topic, `C`,
 * `C++` and `C#` three. Undefined if it cannot be written in an address.
 */
export function toTopicSlug(keyword: string): string | undefined {
  const plain = keyword.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/['’ʼ`.]/g, '')
    .replace(/\++/g, (marks) => '-plus'.repeat(marks.length))
    .replaceAll('#', '-sharp')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return /^[a-z0-9-]+$/.test(slug) && slug.length <= longest ? slug : undefined
}

/** The name of a topic among those of all subjects. */
export const toTopicKey = (subject: string, topic: string) => `${subject}/${topic}`
export const toSubject = (topicKey: string) => topicKey.slice(0, topicKey.indexOf('/'))

/** The topics of a question, each with the keyword that names it first; the subject itself is none. */
export function toTopics(subject: string, keywords: readonly string[]): Map<string, string> {
  const topics = new Map<string, string>()
  for (const keyword of keywords.slice(0, mostKeywords)) {
    const slug = toTopicSlug(keyword)
    if (slug && slug !== subject && !topics.has(slug)) topics.set(slug, keyword)
  }
  return topics
}

/** The most common form of the keywords, with a capital first letter; of several, the first in order. */
export function toTopicName(keywords: readonly string[]): string {
  const uses = new Map<string, number>()
  for (const keyword of keywords) uses.set(toName(keyword), (uses.get(toName(keyword)) ?? 0) + 1)
  const [best] = [...uses].sort(([a, usesA], [b, usesB]) => usesB - usesA || (a < b ? -1 : 1))
  return best?.[0] ?? ''
}

/** `linear  algebra` as `Linear algebra`; `pH scale` and `mRNA` begin as they are written. */
function toName(keyword: string): string {
  const name = keyword.normalize('NFC').replace(/\s+/g, ' ').trim()
  return /^\p{Ll}\S*\p{Lu}/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1)
}
