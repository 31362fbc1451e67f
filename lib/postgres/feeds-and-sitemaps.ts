import { authorsSection, siteSection } from '@/lib/core/sitemap-sections'
import { toTopicKey } from '@/lib/core/topics'
import type { FeedEntry } from '@/lib/core/types'
import type { Feed, SitemapEntry, SitemapFile, SitemapFileSummary } from '@/lib/library/pages'
import { listDefinitions } from '@/lib/store/schema/list-definitions'
import { toRange } from '@/lib/store/schema/sitemap-files'
import type { prepareLists } from './lists'
import type { Ask } from './session'

/** The most questions in a feed. */
const entriesInFeed = 100

/** How many entries of a file of the sitemap are read at a time. */
const batch = 1_000

/** The number of the file with a subject's own pages; the files after it have its questions. */
const ownPages = 0

/** What machines read: feeds, and the files of the sitemap. */
export function prepareFeedsAndSitemaps(s: string, lists: ReturnType<typeof prepareLists>) {
  const feedOf = (shown: string) => `SELECT c.subject, c.slug, c.title, c.description, c.date, c.modified,
      c.author_name AS "authorName", s.title AS "subjectTitle"
    FROM (SELECT id, canonical_id, newest_key FROM ${s}.question WHERE ${shown}
      ORDER BY newest_key, id LIMIT ${entriesInFeed}) q
    JOIN ${s}.question c ON c.id = q.canonical_id AND c.no_index = 0 JOIN ${s}.subject s ON s.slug = c.subject
    ORDER BY q.newest_key, q.id`
  const newestDateOf = (name: 'newest' | 'all') => {
    const { key, order, shown } = listDefinitions[name]
    return `SELECT date FROM ${s}.question WHERE ${key} = $1 AND ${shown} ORDER BY ${order} LIMIT 1`
  }
  const entries = (from: string) => `SELECT place, slug, addresses, modified FROM (${from}) e
    WHERE (place, slug) > ($2, $3) AND place < $4 ORDER BY place, slug LIMIT ${batch}`
  const columns = `SELECT section, number, modified, version FROM ${s}.sitemap_file`
  const sql = {
    feed: { name: 'feed', text: feedOf('no_index = 0 AND is_canonical = 1') },
    feedOfSubject: { name: 'feed-of-subject', text: feedOf('subject = $1 AND no_index = 0') },
    dateOfAll: { name: 'date-of-all', text: newestDateOf('all') },
    dateOfSubject: { name: 'date-of-subject', text: newestDateOf('newest') },
    // The newest day of each subject, one look-up each.
    subjects: {
      name: 'sitemap-subjects',
      text: `SELECT wanted.slug AS section, ${ownPages} AS number, (
          SELECT date FROM ${s}.question WHERE subject = wanted.slug AND no_index = 0 ORDER BY newest_key LIMIT 1
        ) AS modified FROM unnest($1::text[]) WITH ORDINALITY wanted(slug, place) ORDER BY place`,
    },
    files: { name: 'sitemap-files', text: `${columns} ORDER BY section, number` },
    file: { name: 'sitemap-file', text: `${columns} WHERE section = $1 AND number = $2` },
    authors: {
      name: 'sitemap-authors',
      text: entries(`SELECT place, slug, addresses, modified FROM ${s}.sitemap_author WHERE $1 = '${authorsSection}'`),
    },
    questions: {
      name: 'sitemap-questions',
      text: entries(`SELECT place, slug, 1 AS addresses, modified FROM ${s}.question
        WHERE subject = $1 AND no_index = 0 AND is_canonical = 1`),
    },
  }
  const getDate = async (ask: Ask, list: 'dateOfAll' | 'dateOfSubject', key: string) =>
    (await ask<{ date: string }>(sql[list], key))[0]?.date

  async function readSubjectFile(ask: Ask, slug: string, sequence: number): Promise<SitemapFile | undefined> {
    const { getSubject, listTopics, countPages } = lists(ask)
    const [subject, topics, pages, modified] = await Promise.all([
      getSubject(slug),
      listTopics(slug),
      countPages('newest', slug),
      getDate(ask, 'dateOfSubject', slug),
    ])
    if (!subject?.questions) return undefined
    const counted = await Promise.all(
      topics.map(async (topic) => ({
        slug: topic.slug,
        pages: await countPages('topic', toTopicKey(slug, topic.slug)),
      })),
    )
    return { kind: 'subject', slug, pages, modified, topics: counted, sequence }
  }

  return {
    async readFeed(ask: Ask, slug: string | undefined, sequence: number): Promise<Feed | undefined> {
      if (slug === undefined) return { subject: undefined, entries: await ask<FeedEntry>(sql.feed), sequence }
      const [subject, entries] = await Promise.all([
        lists(ask).getSubject(slug),
        ask<FeedEntry>(sql.feedOfSubject, slug),
      ])
      return subject?.questions ? { subject, entries, sequence } : undefined
    },

    async listSitemapFiles(ask: Ask): Promise<SitemapFileSummary[]> {
      const [modified, files, subjects] = await Promise.all([
        getDate(ask, 'dateOfAll', ''),
        ask<SitemapFileSummary>(sql.files),
        lists(ask).listSubjects(),
      ])
      const own = await ask<SitemapFileSummary>(
        sql.subjects,
        subjects.map(({ slug }) => slug),
      )
      return [{ section: siteSection, number: 1, modified }, ...own, ...files]
    },

    async readSitemapFile(
      ask: Ask,
      section: string,
      number: number,
      sequence: number,
    ): Promise<SitemapFile | undefined> {
      if (!Number.isSafeInteger(number)) return undefined
      if (section === siteSection) {
        return number === 1 ? { kind: 'site', modified: await getDate(ask, 'dateOfAll', ''), sequence } : undefined
      }
      if (number === ownPages) return readSubjectFile(ask, section, sequence)
      const [file] = await ask<{ version: number }>(sql.file, section, number)
      return file && { kind: 'entries', version: file.version }
    },

    async listSitemapEntries(ask: Ask, section: string, number: number, after?: SitemapEntry): Promise<SitemapEntry[]> {
      if (!Number.isSafeInteger(number) || number < 1) return []
      const [from, to] = toRange(number)
      const statement = section === authorsSection ? sql.authors : sql.questions
      return ask<SitemapEntry>(statement, section, after?.place ?? from, after?.slug ?? '', to)
    },
  }
}
