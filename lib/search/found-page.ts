import { toSlug } from '@/lib/core/names'
import { maxFound } from '@/lib/core/search-limits'
import type { Subject } from '@/lib/core/types'
import type { FoundPage, FoundQuestion, SearchRequest } from '@/lib/library/pages'
import { listBegun, putFirst } from './begun-titles'
import { toExcerptHtml, toMarkedHtml } from './excerpt'
import { countBySubject, dropRewordings, keepInSubject } from './in-subject'
import { type LookupSteps, lookUpTogether } from './lookups'
import { listNamedSubjects } from './named-subjects'
import { listNamedTopics } from './named-topics'
import { parseQuery } from './query'
import { readQuery } from './read-query'
import { type Search, search } from './search'
import { listSubject } from './subject-page'
import { cutTail } from './tail'

/** A page of results with the ids of questions instead of the questions. */
export type FoundIds = Omit<FoundPage, 'questions' | 'state'> & { ids: number[] }

/**
 * A page of search results, limited to a subject if the request or `subject:` in its text names one. Accepts any text.
 */
export function* findPage({ text, subject: slug, page, pageSize, more = false }: SearchRequest): LookupSteps<FoundIds> {
  const parsed = parseQuery(text)
  const [{ overview, ...query }, begun, toTopics] = yield* lookUpTogether([
    readQuery(text, parsed, slug),
    listBegun(text),
    listNamedTopics(text, parsed),
  ])
  const all = overview.subjects
  const { subject: name, units } = parsed
  const subject = overview.asked ?? (name === undefined ? undefined : findNamedSubject(all, name))
  if (subject && units.length === 0) return yield* listSubject(subject, page, pageSize)
  const [anywhere, inSubject = anywhere] = yield* lookUpTogether([
    search(query, undefined),
    ...(subject ? [search(query, subject.slug)] : []),
  ])
  const everywhere = putFirst(begun, anywhere)
  const alone = subject ? putFirst(keepInSubject(begun, subject), inSubject) : everywhere
  const shown = toShown(everywhere, more)
  const own = subject ? chooseInSubject(everywhere, alone, subject, more) : everywhere
  const { found, capped } = toShown(own, more)
  return {
    corrections: own.corrections,
    missing: own.missing,
    words: own.words,
    total: found.length,
    capped,
    more: dropRewordings(own.found).length - found.length,
    ids: found.slice((page - 1) * pageSize, page * pageSize).map(({ id }) => id),
    subject,
    unknownSubject: subject ? undefined : name,
    named: listNamedSubjects(all, subject || name === undefined ? parsed : parseQuery(name)),
    topics: toTopics(all),
    everywhere: shown.capped ? undefined : shown.found.length,
    subjects: countBySubject(all, shown.kept, shown.capped),
  }
}

/** The results to show: one question of each sense in `found`, all of them in `kept`. */
function toShown({ found: all, capped }: Search, more: boolean) {
  const kept = more ? all : cutTail(all)
  return { kept, found: dropRewordings(kept), capped: capped && kept.length >= maxFound }
}

/**
 * The results in a subject: the part of all results that is in it, so that they agree with the count beside the subject's
 * name. If the results are capped or none is in the subject, the results of searching it `alone`.
 */
function chooseInSubject(everywhere: Search, alone: Search, subject: Subject, more: boolean): Search {
  const { kept, capped } = toShown(everywhere, more)
  if (capped || keepInSubject(kept, subject).length === 0) return alone
  return { ...everywhere, found: keepInSubject(everywhere.found, subject) }
}

/** A found question with an excerpt of its text in which the words with these stems are marked. */
export function toFoundQuestion(
  question: Omit<FoundQuestion, 'excerpt'>,
  { text, description }: { text: string; description: string },
  stems: ReadonlySet<string>,
): FoundQuestion {
  const { id, subject, slug, title, titleHtml, subjectTitle, ways } = question
  const excerpt = toExcerptHtml(text, stems) ?? toMarkedHtml(description, stems)
  return { id, subject, slug, title, titleHtml, subjectTitle, ways, excerpt }
}

/** The subject that `subject:` in a query names, in full or by the beginning of its name. */
function findNamedSubject(all: readonly Subject[], name: string): Subject | undefined {
  const wanted = toSlug(name)
  if (wanted === '') return undefined
  return (
    all.find(({ slug, title }) => slug === wanted || toSlug(title) === wanted) ??
    all.find(({ slug, title }) => slug.startsWith(wanted) || toSlug(title).startsWith(wanted))
  )
}
