import { isInsideNames, isJoiningWord } from './joining-words'
import { toDefined } from './question-form'
import { longestSlug, toSingular, toTopicSlug, toWordSlug } from './topic-slug'
import type { QuestionDetails } from './types'

/** Limits on a question's keywords: their number, the characters of one, and how many count as the first ones. */
const maxKeywords = 20
const maxLetters = 120
const leadingKeywords = 5

/** Limits on topics found in titles: a topic's words, those that are not joining words, and the title's words read. */
const maxWords = 4
const maxNamingWords = 3
const maxTitleWords = 40

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

/** The fields that decide which topics a question belongs to. */
export type Tagged = {
  subject: string
  title: string
  details: Pick<QuestionDetails, 'keywords' | 'abbreviations'>
}

/** The key of a topic, unique among all subjects. */
export const toTopicKey = (subject: string, topic: string) => `${subject}/${topic}`

/** The subject and the slug in the key of a topic. */
export const splitTopicKey = (key: string) => ({
  subject: key.slice(0, key.indexOf('/')),
  slug: key.slice(key.indexOf('/') + 1),
})

/**
 * The candidate topics of a question, by slug: its keywords, and phrases of its title. An abbreviation that the question
 * itself spells out is replaced with what it stands for. The subject is not one of its own topics.
 */
export function listMentions(question: Tagged): Map<string, Mention> {
  const mentions = new Map<string, Mention>()
  for (const { slug, name, how } of iterateMentions(question)) {
    const known = mentions.get(slug)
    if (known) known.how |= how
    else mentions.set(slug, { name, how })
  }
  return mentions
}

/** What a question calls one of its topics: the first name in the order of `listMentions`. */
export function findMentionName(question: Tagged, topic: string): string | undefined {
  for (const { slug, name } of iterateMentions(question)) if (slug === topic) return name
  return undefined
}

type Named = { slug: string | undefined; name: string; how: number }

/** Each mention of a topic, one after the other. */
function* iterateMentions(question: Tagged): Generator<Mention & { slug: string }> {
  for (const { slug, name, how } of iterateNames(question)) {
    if (slug && slug !== question.subject && slug.length <= longestSlug) yield { slug, name, how }
  }
}

function* iterateNames({ title, details }: Tagged): Generator<Named> {
  const { keywords, abbreviations = {} } = details
  for (const [place, keyword] of keywords.slice(0, maxKeywords).entries()) {
    const how = place < leadingKeywords ? mention.about | mention.keyword | mention.leading : mention.keyword
    yield toNamed(keyword, how, abbreviations)
  }
  for (const { words, slug } of listPhrases(title)) {
    if (Object.hasOwn(abbreviations, words)) yield toNamed(words, mention.about, abbreviations)
    else yield { slug, name: words, how: mention.about }
  }
  const defined = toDefined(title)
  if (defined !== undefined && defined.split(' ').length <= maxWords) {
    yield toNamed(defined, mention.about | mention.defining, abbreviations)
  }
}

/** A topic by its name; an abbreviation that the question spells out gets its full name. */
function toNamed(words: string, how: number, abbreviations: Record<string, string>): Named {
  if (words.length > maxLetters) return { slug: undefined, name: words, how }
  const spelled = Object.hasOwn(abbreviations, words) ? abbreviations[words] : undefined
  const name = spelled ?? words.replace(/ ?\([^)]*\)$/, '')
  return { slug: toTopicSlug(name), name, how }
}

/** The mentions as JSON: an object of slugs and how each is mentioned. */
export const toMentionsJson = (question: Tagged) =>
  `{${Array.from(listMentions(question), ([slug, { how }]) => `"${slug}":${how}`).join(',')}}`

type Word = { text: string; slug: string | undefined; joins: boolean; mayBeInside: boolean }

function toWord(text: string): Word {
  const joins = isJoiningWord(text)
  return { text, slug: toWordSlug(text), joins, mayBeInside: !joins || isInsideNames(text) }
}

/** The short phrases of a title that may name something: `truth table`, `law of large numbers`. */
function* listPhrases(title: string): Generator<{ words: string; slug: string }> {
  let left = maxTitleWords
  for (const part of title.split(/[,;:?!()[\]"“”«»/–—]|\. /)) {
    const words = (part.match(/[^\s,]+/g) ?? []).slice(0, left).map(toWord)
    left -= words.length
    for (const [from, first] of words.entries()) {
      if (first.joins || !first.slug) continue
      let name = ''
      let before = ''
      let named = 0
      for (const word of words.slice(from, from + maxWords)) {
        if (!word.slug || !word.mayBeInside) break
        if (!word.joins) {
          named += 1
          if (named > maxNamingWords) break
          yield { words: name + word.text, slug: before + toSingular(word.slug) }
        }
        name += `${word.text} `
        before += `${word.slug}-`
      }
    }
  }
}

/** The most common form of a topic's names, with a capital first letter; ties go to the first in order. */
export function toTopicName(names: readonly string[]): string {
  const uses = new Map<string, number>()
  for (const name of names) uses.set(toName(name), (uses.get(toName(name)) ?? 0) + 1)
  const [best] = [...uses].sort(([a, usesA], [b, usesB]) => usesB - usesA || (a < b ? -1 : 1))
  return best?.[0] ?? ''
}

/** `linear  algebra` as `Linear algebra`; `pH scale` and `mRNA` keep their first letter. */
function toName(words: string): string {
  const name = words.normalize('NFC').replace(/\s+/g, ' ').trim()
  return /^\p{Ll}\S*\p{Lu}/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1)
}
