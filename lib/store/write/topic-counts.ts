import { isTopic, minQuestions, type TopicCount } from '@/lib/core/topic-rule'
import { mention, splitTopicKey, toTopicKey } from '@/lib/core/topics'
import { getRow, listRows, type Store } from '../schema/open'

/** Rows that were added to a topic (`change` 1) or removed from it (-1). */
type Change = { how: number; change: number }

const { about, keyword, leading } = mention
const counted = `count(*) AS questions, coalesce(sum(how & ${keyword} > 0), 0) AS keyword,
  coalesce(sum(how & ${leading} > 0), 0) AS leading, coalesce(sum(how & ${about | keyword} = ${about | keyword}), 0) AS keywordAbout`

const slugOf = `substr(topic, instr(topic, '/') + 1)`
const subjectOf = `substr(topic, 1, instr(topic, '/') - 1)`

/** How many questions mention each candidate for a topic; counts are only kept for words that enough questions mention. */
export function prepareTopicCounts(store: Store) {
  const columns = 'subject, questions, keyword, leading, keyword_about AS keywordAbout'
  const sql = {
    get: store.prepare(`SELECT ${columns} FROM topic_count WHERE slug = ? AND subject = ?`),
    inSubjects: store.prepare(`SELECT ${columns} FROM topic_count WHERE slug = ?`),
    // Words without a stored count have few rows.
    count: store.prepare(`SELECT ${counted} FROM topic_question WHERE topic = ?`),
    put: store.prepare('INSERT OR REPLACE INTO topic_count VALUES (?, ?, ?, ?, ?, ?)'),
    remove: store.prepare('DELETE FROM topic_count WHERE slug = ? AND subject = ?'),
    all: store.prepare(`SELECT slug, ${columns} FROM topic_count ORDER BY slug`),
  }

  /** Maps each subject in which words are counted to their count, or to undefined if they are not a topic of it. */
  const decideAll = (counts: TopicCount[], subjects: Iterable<string>) =>
    new Map(
      Array.from(subjects, (subject) => [
        subject,
        isTopic(subject, counts) ? counts.find((count) => count.subject === subject) : undefined,
      ]),
    )

  return {
    /** Updates the count of a topic after its rows were added and removed. */
    change(topic: string, changes: readonly Change[]) {
      const { subject, slug } = splitTopicKey(topic)
      const before = getRow<TopicCount>(sql.get, slug, subject)
      const now = before ? addChanges(before, changes) : getRow<TopicCount>(sql.count, topic)
      if (!now || now.questions < minQuestions) sql.remove.run(slug, subject)
      else sql.put.run(slug, subject, now.questions, now.keyword, now.leading, now.keywordAbout)
    },

    /** For each subject that has the words, and those in `subjects`: the words' count if they are a topic of it. */
    decide(slug: string, subjects: Iterable<string>) {
      const counts = listRows<TopicCount>(sql.inSubjects, slug)
      return decideAll(counts, new Set([...subjects, ...counts.map(({ subject }) => subject)]))
    },

    /** Counts everything in a new store, and yields all topics. */
    *fill(): Generator<[topic: string, count: TopicCount]> {
      store.exec(`INSERT INTO topic_count SELECT slug, subject, questions, keyword, leading, keywordAbout FROM (
          SELECT ${slugOf} AS slug, ${subjectOf} AS subject, ${counted} FROM topic_question GROUP BY topic
        ) WHERE questions >= ${minQuestions} ORDER BY 1, 2`)
      let counts: (TopicCount & { slug: string })[] = []
      function* decideCounted(): Generator<[string, TopicCount]> {
        const slug = counts[0]?.slug ?? ''
        for (const [subject, count] of decideAll(
          counts,
          counts.map((row) => row.subject),
        )) {
          if (count) yield [toTopicKey(subject, slug), count]
        }
      }
      for (const row of sql.all.iterate() as Iterable<TopicCount & { slug: string }>) {
        if (counts[0] && counts[0].slug !== row.slug) {
          yield* decideCounted()
          counts = []
        }
        counts.push(row)
      }
      yield* decideCounted()
    },
  }
}

function addChanges(count: TopicCount, changes: readonly Change[]): TopicCount {
  const sum = (...bits: number[]) =>
    changes.reduce((total, { how, change }) => total + (bits.every((bit) => how & bit) ? change : 0), 0)
  return {
    ...count,
    questions: count.questions + sum(),
    keyword: count.keyword + sum(keyword),
    leading: count.leading + sum(leading),
    keywordAbout: count.keywordAbout + sum(about, keyword),
  }
}
