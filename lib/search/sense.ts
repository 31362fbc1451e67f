import { hashAddress } from '@/lib/core/address-hash'
import { spellCodeWords } from '@/lib/core/code-words'
import { toSingular } from '@/lib/core/topic-slug'

/** Words that only ask: without them a title means the same. */
const asking = new Set(
  `a an and are as at be been being briefly by can could define definition defined describe did discuss do does each
  explain following for give given had has have identify in is it its itself like list main may me meaning meant mean
  might name of on or our outline please provide should some state such that the their them there these they this those
  various was we were what whats which will with would you your`.split(/\s+/),
)

/** Words that mean the same in a question. */
const classes = new Map(
  Object.entries({
    differ: `difference differences differs different differentiate distinguish distinguishes compare compared comparison
      contrast versus vs`,
    important: 'importance significance significant',
    effect: 'effects affect affects affected impact impacts influence influences',
    type: 'kind',
  }).flatMap(([name, words]) => words.split(/\s+/).map((word) => [word, name] as const)),
)

/** Words that give the order of things a meaning: what affects what, what is converted to what. */
const directed = new Set(
  'affect cause caused causes contribute convert effect from if into lead over role than to toward versus when without'.split(
    ' ',
  ),
)

/** In formulas every mark matters. */
const formula = /[=+^<>√∫∑×÷\\$|]|[\p{L}\p{N})]\s*[*/−]\s*[\p{L}\p{N}(]|\d\s*[-–]\s*\d/u

/** A title with fewer significant words may mean something else in another subject: stress, cells, work. */
const tellingAnywhere = 3

/**
 * A hash that is equal for titles that ask the same with the same significant words: “What is the role of enzymes in
 * digestion?”, “Explain the role that an enzyme has in digestion”. It errs on the side of caution: a missed rewording is
 * shown twice, but a question mistaken for another is hidden.
 */
export function toSense(title: string, subject: string): number {
  if (formula.test(title)) return hashAddress(`=${subject} ${title.toLowerCase().replace(/\s+/g, ' ')}`)
  const words = listContentWords(title)
  const things = words.filter((word) => !forms.has(word))
  const sense = words.some((word) => directed.has(word)) ? words : [...words].sort()
  return hashAddress(`${things.length < tellingAnywhere ? subject : ''} ${sense.join(' ')}`)
}

/** Words for the form of a question, not its subject; “role”, “effect” and “differ” relate two things. */
const forms = new Set('important type how why when where who whose use cause example'.split(' '))

/** The words of a title that say what it asks, in order; synonyms become one word. */
function listContentWords(title: string): string[] {
  const plain = dropAccents(spellCodeWords(title)).replace(/['’]s\b/g, '')
  const shouted = !/\p{Ll}/u.test(plain)
  const written = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  const content = written.flatMap((word, index) => {
    const lower = word.toLowerCase()
    // “Vitamin A”, “World War I”, “IT”: capitals mean a name.
    const isName = !shouted && word === word.toUpperCase() && index > 0 && !asksForMe(written, index)
    if (!isName && (asking.has(lower) || lower === 'i')) return []
    return classes.get(lower) ?? classes.get(toSingular(lower)) ?? toSingular(lower)
  })
  const all = content.length > 0 ? content : written.map((word) => word.toLowerCase())
  return dropDoubled(all)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it means all of ASCII
const ascii = /^[\x00-\x7f]*$/

const dropAccents = (text: string) =>
  ascii.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')

/** Whether a word is the “I” of “How do I …”. */
const asksForMe = (words: readonly string[], index: number) =>
  words[index] === 'I' && /^(?:do|did|can|could|should|would|will|am|if|when|where|how)$/i.test(words[index - 1] ?? '')

/** “How” and “why” add nothing beside what they ask for: “Why is it important”, “How do they differ”. */
function dropDoubled(words: readonly string[]): string[] {
  const all = new Set(words)
  return [...all].filter((word) => !saidBy.get(word)?.some((other) => all.has(other)))
}

const saidBy = new Map([
  ['why', ['important']],
  ['how', ['differ', 'effect']],
  ['between', ['differ']],
  ['from', ['differ']],
  ['play', ['role']],
])

/** How much two titles must have in common if their answers are nearly the same. */
const leastShared = 0.5

/** Whether two titles are similar enough to be one question, given that their answers are nearly the same. */
export function areTitlesNear(a: string, b: string): boolean {
  if (toNumbers(a) !== toNumbers(b)) return false
  const [one, other] = [new Set(listContentWords(a)), new Set(listContentWords(b))]
  const shared = [...one].filter((word) => other.has(word)).length
  return shared >= leastShared * (one.size + other.size - shared)
}

const toNumbers = (title: string) => (title.match(/\d+/g) ?? []).join(' ')
