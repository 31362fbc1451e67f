import { countStems, isContentStem, isInWholeEntry, joinEntries, readComparedHeading } from './compared-heading'

/** A word or phrase of a query, as it is compared with texts; the fewer questions have it, the higher its `weight`. */
export type Term = {
  /**
   * Its forms: the words of a phrase, or the completions of an unfinished word, likeliest first; each a list of stems.
   */
  forms: string[][]
  /** The unstemmed words of the forms that were typed: other forms count less. */
  words: string[]
  weight: number
  /** Whether it belongs to a subject's name in the query. */
  namesSubject?: boolean
}

/** `found` is the bit mask of the terms that the heading has: 1 for the first, 2 for the second, and so on. */
export type Score = { score: number; found: number }

/** How much a term counts by where it is. */
const places = { title: 1, keywords: 0.95, subject: 0.6 }

/** How much a word counts if it only shares the stem (`integrity` for `integral`), or is another form. */
const otherForm = 0.9

/**
 * What the heading as a whole adds: for a title or keywords with no other words, and for the words in the order of the
 * query. Joining and asking words of a title do not count; words of the query count by weight.
 */
const agreement = { titleShare: 0.25, order: 0.12, wholeTitle: 0.5, wholeKeywords: 0.2 }

/**
 * Returns a function that scores how well a heading (compared-heading.ts) answers a query. A search scores hundreds, so
 * what is the same for all is computed once, and headings are not split into words. The numbers were chosen with the
 * ranking benchmark (tools/bench/search.ts).
 */
export function prepareScore(terms: readonly Term[]): (compared: string) => Score {
  const wanted = new Set(terms.flatMap(({ forms }) => forms.flat()))
  const findFirsts = prepareFirsts(wanted)
  const length = terms.reduce((words, { forms }) => words + (forms[0]?.length ?? 1), 0) || 1
  const all = terms.reduce((weights, { weight }) => weights + weight, 0) || 1
  const following = all - (terms[0]?.weight ?? 0) || 1
  const sought = terms.map(toSought)

  return (compared) => {
    const ends = readComparedHeading(compared)
    const keywords = compared.slice(ends.title + 1, ends.keywords)
    const firsts = findFirsts(compared, ends.subject)
    let found = 0
    let sum = 0
    let inTitle = 0
    let contentInTitle = 0
    let weightInTitle = 0
    let inOrder = 0
    let weightInOrder = 0
    // The offset of the space after the previous term in the title.
    let previous = -1
    for (const [index, term] of sought.entries()) {
      const { forms, words, weight, isPhrase, namesSubject } = term
      let form: string | undefined
      let at = -1
      let place: number | undefined
      for (const part of forms) {
        const first = isPhrase ? compared.indexOf(part) : (firsts.get(part) ?? -1)
        if (first < 0 || first > ends.subject) continue
        if (first < ends.title) {
          form = part
          at = first
          place = places.title
          break
        }
        if (first < ends.keywords) place = places.keywords
        else place ??= places.subject
      }
      if (isPhrase && (place === undefined || place === places.subject) && hasForm(joinEntries(keywords), forms))
        place = places.keywords
      if (place !== undefined) {
        const counts = namesSubject ? (isInSubject(compared, ends, forms) ? places.title : places.subject) : place
        found |= 1 << index
        sum += weight * counts * (hasForm(compared, words, ends.subject) ? 1 : otherForm)
      }
      if (form === undefined) {
        previous = -1
        continue
      }
      inTitle += term.length
      contentInTitle += term.contentStems
      weightInTitle += weight
      if (at === previous) {
        inOrder += 1
        weightInOrder += weight
      }
      previous = at + form.length - 1
    }

    let wholeKeywords = 0
    for (const [stem, first] of firsts) {
      if (first < ends.title || (first < ends.keywords && isInWholeEntry(keywords, stem, wanted))) wholeKeywords += 1
    }
    const isTitle =
      inTitle === length && inOrder === terms.length - 1 && countStems(compared.slice(0, ends.title)) === length
    const score =
      sum / all +
      agreement.titleShare * (contentInTitle / (ends.contentInTitle || 1)) * (weightInTitle / all) +
      agreement.order * (weightInOrder / following) +
      agreement.wholeKeywords * Math.min(1, wholeKeywords / length) +
      (isTitle ? agreement.wholeTitle : 0)
    return { score, found }
  }
}

/** Returns a function that finds the first offset of each stem in a text, up to `end`, in one pass. */
function prepareFirsts(stems: ReadonlySet<string>): (text: string, end: number) => ReadonlyMap<string, number> {
  const parts = new Map(Array.from(stems, (stem) => [` ${stem}`, toPart([stem])]))
  const escaped = Array.from(stems, (stem) => stem.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&'))
  const anyStem = new RegExp(` (?:${escaped.join('|')})(?= )`, 'g')
  return (text, end) => {
    const firsts = new Map<string, number>()
    anyStem.lastIndex = 0
    for (let match = anyStem.exec(text); match && match.index < end; match = anyStem.exec(text)) {
      const part = parts.get(match[0])
      if (part !== undefined && !firsts.has(part)) firsts.set(part, match.index)
    }
    return firsts
  }
}

/** A term prepared for searching the lines of a heading. */
const toSought = ({ forms, words, weight, namesSubject }: Term) => ({
  forms: forms.map(toPart),
  words: words.map((word) => toPart([word])),
  weight,
  namesSubject,
  length: forms[0]?.length ?? 1,
  contentStems: forms[0]?.filter(isContentStem).length ?? 1,
  isPhrase: forms.some((form) => form.length > 1),
})

/** How stems, or a word, are written in a line of a heading. */
const toPart = (stems: readonly string[]) => ` ${stems.join(' ')} `

function hasForm(text: string, forms: readonly string[], from = 0): boolean {
  for (const form of forms) if (text.includes(form, from)) return true
  return false
}

function isInSubject(compared: string, ends: { keywords: number; subject: number }, forms: readonly string[]): boolean {
  return hasForm(compared.slice(ends.keywords + 1, ends.subject), forms)
}
