import type { ListOrder } from '@/lib/core/routes'
import type { Question, QuestionKey, QuestionSummary, Subject } from '@/lib/core/types'
import type { Changes, State } from './changes'
import type { Engine } from './engine'
import type {
  Address,
  AuthorPage,
  Feed,
  FoundPage,
  HomePage,
  QuestionPage,
  SearchRequest,
  Selected,
  Selection,
  SitemapEntry,
  SitemapFile,
  SitemapFileSummary,
  SubjectPage,
  TopicPage,
} from './pages'

/**
 * Everything that pages and files read from the library, one call for each. A call reads one state of the library, costs
 * the same however large that is, and records what it read (reads.ts) for the page that is being rendered. It returns
 * undefined if there is no such page, and throws `LibraryUnavailable` (unavailable.ts) if the engine does not answer. No
 * SQL, row or cursor crosses this interface: each engine implements it.
 */
export interface Library {
  /** `day` is a whole number that determines the question of the day. */
  readHome(newest: number, day: number): Promise<HomePage>
  /** All subjects that have questions, in the order of the home page. */
  readSubjects(): Promise<{ subjects: Subject[]; sequence: number }>
  readQuestion(key: QuestionKey): Promise<QuestionPage | undefined>
  /** A question alone, without related ones, and the state that was read. */
  readQuestionAlone(key: QuestionKey): Promise<{ question: Question; sequence: number } | undefined>
  readSubject(slug: string, order: ListOrder, page: number): Promise<SubjectPage | undefined>
  /** A subject by its slug, even if it has no questions yet. */
  readSubjectAlone(slug: string): Promise<Subject | undefined>
  readTopic(subject: string, topic: string, page: number): Promise<TopicPage | undefined>
  readAuthor(slug: string, page: number): Promise<AuthorPage | undefined>
  /** The questions of a sheet or a deck; undefined if there is no such subject or topic. */
  readSelection(selection: Selection): Promise<Selected | undefined>
  /** Undefined if too many searches are waiting. */
  search(request: SearchRequest): Promise<FoundPage | undefined>
  /** What is at a path, which may be any string. */
  findAddress(path: string): Promise<Address>
  /** The first few questions that have one of these slugs in any subject, in the order of the slugs. */
  listQuestionsAt(slugs: readonly string[]): Promise<QuestionSummary[]>
  /** The same for authors. */
  listAuthorsAt(slugs: readonly string[]): Promise<{ slug: string; name: string }[]>
  /** The feed of the library, or of one subject; undefined if that has no questions. */
  readFeed(subject?: string): Promise<Feed | undefined>
  /** Every file of the sitemap; `sequence` is the state that was read. */
  listSitemapFiles(): Promise<{ files: SitemapFileSummary[]; sequence: number }>
  readSitemapFile(section: string, number: number): Promise<SitemapFile | undefined>
  /** The entries of a file that follow `after`, at most a thousand; none at its end. */
  listSitemapEntries(section: string, number: number, after?: SitemapEntry): Promise<SitemapEntry[]>
  /** What compiles changed after a state of the library. */
  changesSince(sequence: number): Promise<Changes>
  /** The state of the library, and how many questions it has. */
  readState(): Promise<State & { questions: number }>
  readEngine(): Promise<Engine>
}
