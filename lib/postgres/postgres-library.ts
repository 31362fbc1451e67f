import { toExcerptText } from '@/lib/answer/plain-text'
import type { AnswerSource } from '@/lib/core/answer-source'
import { toTopicKey } from '@/lib/core/topics'
import { toStem } from '@/lib/core/words'
import type { PostgresEngine } from '@/lib/library/engine'
import type { Library } from '@/lib/library/library'
import { newestOfAuthor } from '@/lib/library/of-day'
import type { FoundQuestion, SearchRequest } from '@/lib/library/pages'
import { readInSection, toPath } from '@/lib/library/path'
import { everySubject, type NoteKeys, noteReads, readKeys } from '@/lib/library/reads'
import { findPage, toFoundQuestion } from '@/lib/search/found-page'
import { prepareAddresses } from './addresses'
import { HostFailure } from './failures'
import { prepareFeedsAndSitemaps } from './feeds-and-sitemaps'
import { prepareLists } from './lists'
import { prepareNearAddresses } from './near-addresses'
import { prepareQuestions } from './questions'
import { toSchemaName } from './schema-name'
import { prepareSearchIndex } from './search-index'
import { prepareSelections } from './selections'
import { type Ask, Sessions } from './session'
import { prepareWelcome } from './welcome'

/** If there are more changes than this, they are not listed. */
const maxListedChanges = 20_000

type StoredState = { store: string; sequence: number; changesSince: number }
type EngineRow = { at: number; rows: number; replayedSecondsAgo: number | null }
type Result = Omit<FoundQuestion, 'excerpt'> & {
  description: string
  answer: string
  answer_breaks: AnswerSource['breaks']
}

/**
 * The library in PostgreSQL, as published by publish.ts. Each call reads one snapshot, in a transaction of its own, so
 * that a pooler in transaction mode can be in between.
 */
export class PostgresLibrary implements Library {
  readonly #sessions: Sessions
  readonly #sql: ReturnType<typeof prepareStatements>

  constructor(url: string, schemaHash: string) {
    const schema = toSchemaName(schemaHash)
    this.#sql = prepareStatements(schema)
    this.#sessions = new Sessions(url, this.#sql.state, schema)
  }

  /** Closes the connections. */
  end = () => this.#sessions.end()

  readHome: Library['readHome'] = (newest, day) =>
    this.#read(async (ask, note) => {
      note(everySubject)
      const { listSubjects, count } = this.#sql.lists(ask)
      const { listNewest, getOfDay } = this.#sql.welcome(ask)
      const [subjects, questions, shown, ofDay] = await Promise.all([
        listSubjects(),
        count('all', ''),
        listNewest(newest),
        getOfDay(day),
      ])
      return { subjects, questions, newest: shown, ofDay }
    })

  readSubjects = () =>
    this.#read(async (ask, note, state) => {
      note(everySubject)
      const subjects = await this.#sql.lists(ask).listSubjects()
      return { subjects, sequence: (await state).sequence }
    })

  readQuestion: Library['readQuestion'] = (key) =>
    this.#read((ask, note) => this.#sql.questions.readQuestionPage(ask, note, key))

  readQuestionAlone: Library['readQuestionAlone'] = (key) =>
    this.#read(async (ask, note, state) => {
      const question = await this.#sql.questions.getQuestion(ask, key)
      note([question ? readKeys.question(question.id) : readKeys.absent(key)])
      return question && { question, sequence: (await state).sequence }
    })

  readSubject: Library['readSubject'] = (slug, order, page) =>
    this.#read(async (ask, note) => {
      note([readKeys.list('newest', slug), readKeys.list('topics', slug), readKeys.list('subjects', '')])
      const { getSubject, listInSubject, listTopics, listLetters } = this.#sql.lists(ask)
      const [subject, list, topics, letters] = await Promise.all([
        getSubject(slug),
        listInSubject(slug, order, page),
        listTopics(slug),
        order === 'a-z' ? listLetters(slug) : [],
      ])
      return subject && list && { subject, list, order, topics, letters }
    })

  readSubjectAlone = (slug: string) =>
    this.#read((ask, note) => {
      note([readKeys.list('newest', slug), readKeys.list('subjects', '')])
      return this.#sql.lists(ask).getSubject(slug)
    })

  readTopic: Library['readTopic'] = (subjectSlug, slug, page) =>
    this.#read(async (ask, note) => {
      const key = toTopicKey(subjectSlug, slug)
      note([readKeys.list('topic', key), readKeys.list('topic-page', key), readKeys.list('subjects', '')])
      const { getSubject, getTopic, listInTopic, getDefining, listSections } = this.#sql.lists(ask)
      const [subject, topic, list, defining, found] = await Promise.all([
        getSubject(subjectSlug),
        getTopic(subjectSlug, slug),
        listInTopic(key, page),
        page === 1 ? getDefining(key) : undefined,
        page === 1 ? listSections(key, readInSection) : [],
      ])
      return subject && topic && list ? { subject, topic, list, defining, path: toPath(found, defining) } : undefined
    })

  readAuthor: Library['readAuthor'] = (slug, page) =>
    this.#read(async (ask, note) => {
      note([readKeys.list('author', slug), readKeys.list('subjects', '')])
      const { getAuthorName, listByAuthor } = this.#sql.lists(ask)
      const [name, list, newest] = await Promise.all([
        getAuthorName(slug),
        listByAuthor(slug, page),
        page === 1 ? this.#sql.welcome(ask).listNewestOfAuthor(slug, newestOfAuthor) : [],
      ])
      return name && list ? { author: { slug, name }, list, newest: list.pages > 1 ? newest : [] } : undefined
    })

  readSelection: Library['readSelection'] = (selection) =>
    this.#read(async (ask, note, state) => {
      const selected = await this.#sql.readSelection(ask, note, selection)
      return selected && { ...selected, sequence: (await state).sequence }
    })

  search = (request: SearchRequest) =>
    this.#read(async (ask, note, state) => {
      note(everySubject)
      const { ids, ...page } = await this.#sql.search(ask, findPage(request))
      const stems = new Set(page.words.map(toStem))
      const questions = (await ask<Result>(this.#sql.results, ids)).map((row) =>
        toFoundQuestion(row, { ...row, text: toExcerptText({ text: row.answer, breaks: row.answer_breaks }) }, stems),
      )
      const { store, sequence } = await state
      return { ...page, questions, state: { store, sequence } }
    })

  findAddress = (path: string) => this.#read((ask) => this.#sql.findAddress(ask, path))

  listQuestionsAt: Library['listQuestionsAt'] = (slugs) =>
    this.#read((ask) => this.#sql.near(ask).listQuestionsAt(slugs))

  listAuthorsAt: Library['listAuthorsAt'] = (slugs) => this.#read((ask) => this.#sql.near(ask).listAuthorsAt(slugs))

  readFeed: Library['readFeed'] = (slug) =>
    this.#read(async (ask, _, state) => this.#sql.files.readFeed(ask, slug, (await state).sequence))

  listSitemapFiles = () =>
    this.#read(async (ask, _, state) => ({
      files: await this.#sql.files.listSitemapFiles(ask),
      sequence: (await state).sequence,
    }))

  readSitemapFile: Library['readSitemapFile'] = (section, number) =>
    this.#read(async (ask, _, state) => this.#sql.files.readSitemapFile(ask, section, number, (await state).sequence))

  listSitemapEntries: Library['listSitemapEntries'] = (section, number, after) =>
    this.#read((ask) => this.#sql.files.listSitemapEntries(ask, section, number, after))

  changesSince: Library['changesSince'] = (since) =>
    this.#read(async (ask, _, state) => {
      const { store, sequence, changesSince } = await state
      if (since === sequence) return { state: { store, sequence }, keys: [] }
      if (since < changesSince) return { state: { store, sequence }, keys: undefined }
      const changed = await ask<{ key: string }>(this.#sql.changed, since)
      const keys = changed.length > maxListedChanges ? undefined : changed.map(({ key }) => key)
      return { state: { store, sequence }, keys }
    })

  readState = () =>
    this.#read(async (ask, _, state) => {
      const questions = await this.#sql.lists(ask).count('all', '')
      const { store, sequence } = await state
      return { store, sequence, questions }
    })

  readEngine = async (): Promise<PostgresEngine> => {
    const [row] = await this.#sessions.read((ask) => ask<EngineRow>(this.#sql.engine))
    const { replayedSecondsAgo, ...published } = row as EngineRow
    return {
      engine: 'postgres',
      ...(await this.#sessions.describe()),
      replayedSecondsAgo: replayedSecondsAgo ?? undefined,
      published,
    }
  }

  /** Runs reads of one state of the library; `note` records what the page being rendered depends on. */
  #read<Read>(run: (ask: Ask, note: NoteKeys, state: Promise<StoredState>) => Promise<Read>): Promise<Read> {
    return this.#sessions.read(async (ask) => {
      const state = ask<StoredState>(this.#sql.state).then(([row]) => {
        // A load has replaced this schema; the next snapshot sees the new one.
        if (!row) throw new HostFailure('The library was replaced while it was read.')
        return row
      })
      const noted: Iterable<string>[] = []
      const [result, { store, sequence }] = await Promise.all([run(ask, (keys) => noted.push(keys), state), state])
      for (const keys of noted) noteReads({ store, sequence }, keys)
      return result
    })
  }
}

function prepareStatements(s: string) {
  const lists = prepareLists(s)
  return {
    lists,
    welcome: prepareWelcome(s),
    near: prepareNearAddresses(s),
    questions: prepareQuestions(s, lists),
    findAddress: prepareAddresses(s, lists),
    files: prepareFeedsAndSitemaps(s, lists),
    readSelection: prepareSelections(s, lists),
    search: prepareSearchIndex(s, lists),
    state: { name: 'state', text: `SELECT store, sequence, changes_since AS "changesSince" FROM ${s}.state` },
    engine: {
      name: 'engine',
      text: `SELECT published_at AS at, published_rows AS rows, CASE WHEN pg_is_in_recovery()
          THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8 END AS "replayedSecondsAgo"
        FROM ${s}.state`,
    },
    changed: { name: 'changed', text: `SELECT key FROM ${s}.change WHERE sequence > $1 LIMIT ${maxListedChanges + 1}` },
    results: {
      name: 'results',
      text: `SELECT q.id, q.subject, q.slug, q.title, q.title_html AS "titleHtml", s.title AS "subjectTitle", q.ways, q.description, q.answer, q.answer_breaks
        FROM unnest($1::bigint[]) WITH ORDINALITY wanted(id, place) JOIN ${s}.question q ON q.id = wanted.id
        JOIN ${s}.subject s ON s.slug = q.subject ORDER BY wanted.place`,
    },
  }
}
