import type { Library } from '@/lib/library/library'
import type { SearchRequest } from '@/lib/library/pages'
import { everySubject, type NoteKeys, noteReads, readKeys } from '@/lib/library/reads'
import { readFoundPage } from './found-page'
import { readAuthorPage, readSubjectPage, readTopicPage } from './list-pages'
import type { OpenStore } from './open-store'
import type { Queries } from './queries'
import { readQuestionPage } from './question-page'
import { readSelection } from './selections'
import { readSitemapFile, readSitemapFiles } from './sitemap-files'

/**
 * The library in an SQLite store. Each call is one read transaction without an await inside: a compile that commits
 * meanwhile is seen by the next call, never by half of this one.
 */
export class SqliteLibrary implements Library {
  /** `current` returns the store to read now: another one after a rebuild. */
  constructor(private readonly current: () => OpenStore) {}

  readHome: Library['readHome'] = async (newest, day) =>
    this.read((queries, note) => {
      note(everySubject)
      const shown = { subjects: queries.listSubjects(), questions: queries.countQuestions() }
      return { ...shown, newest: queries.listNewest(newest), ofDay: queries.getOfDay(day) }
    })

  readSubjects = async () =>
    this.read((queries, note, sequence) => {
      note(everySubject)
      return { subjects: queries.listSubjects(), sequence }
    })

  readQuestion: Library['readQuestion'] = async (key) =>
    this.read((queries, note) => readQuestionPage(queries, note, key))

  readQuestionAlone: Library['readQuestionAlone'] = async (key) =>
    this.read((queries, note, sequence) => {
      const question = queries.getQuestion(key)
      note([question ? readKeys.question(question.id) : readKeys.absent(key)])
      return question && { question, sequence }
    })

  readSubject: Library['readSubject'] = async (slug, order, page) =>
    this.read((queries, note) => readSubjectPage(queries, note, slug, order, page))

  readSubjectAlone = async (slug: string) =>
    this.read((queries, note) => {
      note([readKeys.list('newest', slug), readKeys.list('subjects', '')])
      return queries.getSubject(slug)
    })

  readTopic: Library['readTopic'] = async (subject, topic, page) =>
    this.read((queries, note) => readTopicPage(queries, note, subject, topic, page))

  readAuthor: Library['readAuthor'] = async (slug, page) =>
    this.read((queries, note) => readAuthorPage(queries, note, slug, page))

  readSelection: Library['readSelection'] = async (selection) =>
    this.read((queries, note, sequence) => {
      const selected = readSelection(queries, note, selection)
      return selected && { ...selected, sequence }
    })

  search = async (request: SearchRequest) =>
    this.read((queries, note, sequence) => {
      note(everySubject)
      return readFoundPage(queries, request, sequence)
    })

  findAddress = async (path: string) => this.read((queries) => queries.findAddress(path))

  listQuestionsAt: Library['listQuestionsAt'] = async (slugs) => this.read((queries) => queries.listQuestionsAt(slugs))

  listAuthorsAt: Library['listAuthorsAt'] = async (slugs) => this.read((queries) => queries.listAuthorsAt(slugs))

  readFeed: Library['readFeed'] = async (slug) =>
    this.read((queries, _, sequence) => {
      const subject = slug === undefined ? undefined : queries.getSubject(slug)
      if (slug !== undefined && !subject?.questions) return undefined
      return { subject, entries: queries.listFeedEntries(slug), sequence }
    })

  listSitemapFiles = async () => this.read((queries, _, sequence) => ({ files: readSitemapFiles(queries), sequence }))

  readSitemapFile: Library['readSitemapFile'] = async (section, number) =>
    this.read((queries, _, sequence) => readSitemapFile(queries, section, number, sequence))

  listSitemapEntries: Library['listSitemapEntries'] = async (section, number, after) =>
    this.read((queries) => queries.listSitemapEntries(section, number, after))

  changesSince: Library['changesSince'] = async (since) =>
    this.read((queries, _, sequence) => ({
      state: { store: queries.getStoreId(), sequence },
      keys: since === sequence ? [] : queries.listChanged(since),
    }))

  readState = async () =>
    this.read((queries, _, sequence) => ({
      store: queries.getStoreId(),
      sequence,
      questions: queries.countQuestions(),
    }))

  readEngine = async () => ({ engine: 'sqlite' }) as const

  /** Runs queries in one read transaction; `note` records what the page being rendered depends on. */
  private read<Result>(run: (queries: Queries, note: NoteKeys, sequence: number) => Result): Result {
    const { store, queries } = this.current()
    store.exec('BEGIN')
    try {
      const sequence = queries.getSequence()
      return run(queries, (keys) => noteReads({ store: queries.getStoreId(), sequence }, keys), sequence)
    } finally {
      store.exec('COMMIT')
    }
  }
}
