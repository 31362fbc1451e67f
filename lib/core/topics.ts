import { isJoiningWord } from './joining-words'
import { toDefined } from './question-form'
import { toTopicSlug } from './topic-slug'
import type { QuestionDetails } from './types'

/** Limits on the keywords of a question: their number, and how many of them come first. */
const mostKeywords = 20
const leadingKeywords = 5

/** The words of the longest topic that is found in a title, and the words of a title that are looked at. */
const mostWords = 4
const mostTitleWords = 40

/** How a question mentions a topic. */
export const mention = {
  /** In its title, or among its first keywords: it is about the topic. */
  about: 1,
  /** Among its keywords. */
  keyword: 2,
  /** Among its first keywords. */
  leading: 4,
  /** It asks what the topic is. */
  defining: 8,
} as const

/** What a question calls a topic, and how it mentions it: values of `mention`, added up. */
export type Mention = { name: string; how: number }

/** What decides of which topics a question is. */
export type Tagged = {
  subject: string
  title: string
  details: Pick<QuestionDetails, 'keywords' | 'abbreviations'>
}

/** The name of a topic among those of all subjects. */
export const toTopicKey = (subject: string, topic: string) => `${subject}/${topic}`

/** The subject and the slug in the name of a topic. */
export const splitTopicKey = (key: string) => ({
  subject: key.slice(0, key.indexOf('/')),
  slug: key.slice(key.indexOf('/') + 1),
})

/**
 * The topics that a question may be of, by their slugs: its keywords, and the words of its title. An abbreviation that
 * the question itself spells out is what it stands for. The subject itself is none.
 */
export function listMentions({ subject, title, details }: Tagged): Map<string, Mention> {
  const { keywords, abbreviations = {} } = details
  const mentions = new Map<string, Mention>()

  function add(words: string, how: number) {
    const spelledOut = Object.hasOwn(abbreviations, words) ? abbreviations[words] : undefined
    const name = spelledOut ?? words.replace(/ ?\([^)]*\)$/, '')
    const slug = toTopicSlug(name)
    if (!slug || slug === subject) return
    const known = mentions.get(slug)
    if (known) known.how |= how
    else mentions.set(slug, { name, how })
  }

  for (const [place, keyword] of keywords.slice(0, mostKeywords).entries()) {
    add(keyword, place < leadingKeywords ? mention.about | mention.keyword | mention.leading : mention.keyword)
  }
  for (const words of listPhrases(title)) add(words, mention.about)
  const defined = toDefined(title)
  if (defined !== undefined && defined.split(' ').length <= mostWords) add(defined, mention.about | mention.defining)
  return mentions
}

/** The runs of up to four words in a title that neither begin nor end with a joining word. */
function* listPhrases(title: string): Generator<string> {
  let left = mostTitleWords
  for (const part of title.split(/[,;:?!()[\]"“”«»/–—]|\. /)) {
    const words = (part.match(/[^\s,]+/g) ?? []).slice(0, left)
    left -= words.length
    const joining = words.map(isJoiningWord)
    for (let from = 0; from < words.length; from += 1) {
      if (joining[from]) continue
      for (let to = from; to < Math.min(from + mostWords, words.length); to += 1) {
        if (!joining[to]) yield words.slice(from, to + 1).join(' ')
      }
    }
  }
}

/** The most common form of the names, with a capital first letter; of several, the first in order. */
export function toTopicName(names: readonly string[]): string {
  const uses = new Map<string, number>()
  for (const name of names) uses.set(toName(name), (uses.get(toName(name)) ?? 0) + 1)
  const [best] = [...uses].sort(([a, usesA], [b, usesB]) => usesB - usesA || (a < b ? -1 : 1))
  return best?.[0] ?? ''
}

/** `linear  algebra` as `Linear algebra`; `pH scale` and `mRNA` begin as they are written. */
function toName(words: string): string {
  const name = words.normalize('NFC').replace(/\s+/g, ' ').trim()
  return /^\p{Ll}\S*\p{Lu}/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1)
}
