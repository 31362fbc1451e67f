import type { Edit, Problem } from '@/lib/core/finding'
import { toTitleIdentity } from '@/lib/core/names'
import { parseQuestionPath, toQuestionPath } from '@/lib/core/routes'
import type { Facts, Reference } from '../facts'
import type { Library } from '../library'
import { findMoved } from './moved'

/** Related questions that are not there, are hidden, or have another title than the file says. */
export function* checkRelated(facts: Facts, library: Library): Generator<Problem> {
  const own = toQuestionPath(facts.key.subject, facts.key.slug)
  const seen = new Set([own])
  for (const { url, title } of facts.related) {
    if (seen.has(url.text)) continue
    seen.add(url.text)
    const target = library.getByAddress(url.text)
    if (!target) {
      if (!library.isUnreadable(url.text)) yield toDead(url, library)
    } else if (target.facts.noIndex) {
      const message = `The related question ${url.text} has “no_index”, so the site leaves it out. Name another one.`
      yield { line: url.line, column: url.column, rule: 'related-no-index', message }
    } else if (title && toTitleIdentity(title.text) !== toTitleIdentity(target.facts.title)) {
      const message = `The related question ${url.text} has the title “${target.facts.title}”. Write that, or correct the address.`
      const fix = toReplacement(title, target.facts.title)
      yield { line: title.line, column: title.column, rule: 'related-title', message, ...(fix && { fix }) }
    }
  }
}

function toDead(url: Reference, library: Library): Problem {
  const place = { line: url.line, column: url.column, rule: 'related-dead' } as const
  if (!parseQuestionPath(url.text)) {
    const message = `${url.text} is no address of a question. Write it as /learn/<subject>/questions/<name>.`
    return { ...place, message }
  }
  const moved = findMoved(url.text, library)
  if (!moved)
    return {
      ...place,
      message: `There is no question ${url.text}. Correct the address, or remove the related question.`,
    }
  const fix = toReplacement(url, moved)
  return { ...place, message: `There is no question ${url.text}; it is ${moved} now. Write that.`, ...(fix && { fix }) }
}

/** Puts a text in the place of another one, written so that YAML reads it as the text it is. */
function toReplacement({ start, end, style }: Reference, text: string): Edit[] | undefined {
  if (end === undefined || /\n/.test(text)) return undefined
  const written = {
    plain: /^[A-Za-z/][^:#]*[^\s:#]$/.test(text) ? text : JSON.stringify(text),
    single: text.replaceAll("'", "''"),
    double: JSON.stringify(text).slice(1, -1),
    block: text,
    none: undefined,
  }[style]
  return written === undefined ? undefined : [{ start, end, text: written }]
}
