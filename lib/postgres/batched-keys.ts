import type { Lookup, LookupOf } from '@/lib/search/lookups'
import type { ListedHeading, Place } from './matches'
import { toOnlyStem } from './only-stem'
import type { Ask } from './session'
import { toSubjectStem } from './stems'

type Row = ListedHeading & { at: number | null; keys: string }

/**
 * Lists the first keys of all matches of a step in one statement for each place, and each heading once, however many
 * matches have it: a step has up to 45. Only for matches whose terms are single stems and that exclude nothing. Returns
 * answers only to those lookups that could be batched.
 */
export function prepareBatchedKeys(s: string) {
  /** Whether a row has the other stems too: looked up one by one, until the first that is missing. */
  const lacksNone = (postings: string, key: string, isIn: string) => `(SELECT true FROM unnest(l.others::text[]) o(stem)
      WHERE (SELECT true FROM ${s}.${postings} q WHERE q.stem = o.stem AND q.${key} = p.${key} ${isIn} LIMIT 1) IS NULL
      LIMIT 1) IS NULL`
  const toStatement = (place: Place, keys: string) => ({
    name: `${place}-together`,
    text: `WITH l AS MATERIALIZED (
        SELECT l.at, ARRAY(${keys}) AS keys
        FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::int[]) l(at, first, others, titled, most)
      )
      SELECT l.at, array_to_string(l.keys, ',') AS keys, NULL::bigint AS key, NULL AS subject, NULL::bigint AS sense, NULL AS compared,
        false AS "isExcluded"
      FROM l
      UNION ALL
      SELECT NULL, NULL, h.key, h.subject, h.sense, h.compared, false FROM ${s}.heading h
      WHERE h.key = ANY (ARRAY(SELECT DISTINCT unnest(keys) FROM l))`,
  })
  const sql = {
    headings: toStatement(
      'headings',
      `SELECT p.key FROM ${s}.heading_posting p
       WHERE p.stem = l.first AND (l.titled = 0 OR p.columns & 1 <> 0)
         AND ${lacksNone('heading_posting', 'key', "AND (l.titled = 0 OR o.stem LIKE ':%' OR q.columns & 1 <> 0)")}
       ORDER BY p.key LIMIT l.most`,
    ),
    texts: toStatement(
      'texts',
      `SELECT t.key FROM (
         SELECT p.id FROM ${s}.text_posting p WHERE p.stem = l.first AND ${lacksNone('text_posting', 'id', '')}
         ORDER BY p.id LIMIT l.most
       ) i JOIN ${s}.question_text t ON t.id = i.id ORDER BY i.id`,
    ),
  }

  async function list(ask: Ask, place: Place, asked: readonly Listed[], headings: Map<number, ListedHeading>) {
    const rows = await ask<Row>(
      sql[place],
      asked.map((_, at) => at),
      asked.map(({ stems: [first = ''] }) => first),
      asked.map(({ stems: [, ...others] }) => `{${others.map((stem) => JSON.stringify(stem)).join(',')}}`),
      asked.map(({ lookup }) => Number(lookup.match.inTitle ?? false)),
      asked.map(({ lookup }) => lookup.limit),
    )
    const found = asked.map((): number[] => [])
    for (const { at, keys, ...heading } of rows) {
      if (at === null) headings.set(heading.key, heading)
      else found[at] = keys === '' ? [] : keys.split(',').map(Number)
    }
    return found
  }

  return (ask: Ask, asked: readonly Lookup[], headings: Map<number, ListedHeading>): Map<Lookup, Promise<unknown>> => {
    const answers = new Map<Lookup, Promise<unknown>>()
    for (const place of ['headings', 'texts'] as const) {
      const listed = asked.flatMap((lookup) => (lookup.kind === place ? toListed(lookup) : []))
      if (listed.length === 0) continue
      const found = list(ask, place, listed, headings)
      for (const [at, { lookup }] of listed.entries())
        answers.set(
          lookup,
          found.then((all) => all[at]),
        )
    }
    return answers
  }
}

/** A lookup, and the stems that it matches, the rarest first. */
type Listed = { lookup: LookupOf<Place>; stems: string[] }

function toListed(lookup: LookupOf<Place>): Listed | [] {
  const { terms, subject, without = [] } = lookup.match
  if (without.length > 0) return []
  const stems = terms.flatMap((term) => toOnlyStem(term) ?? [])
  if (stems.length === 0 || stems.length < terms.length) return []
  return { lookup, stems: subject === undefined ? stems : [...stems, toSubjectStem(subject)] }
}
