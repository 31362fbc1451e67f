import type { Library } from '@/lib/library/library'
import { LibraryUnavailable, noteUnavailable } from '@/lib/library/unavailable'

/**
 * The library, falling back to another one while its engine does not answer. Without a fallback, what is being rendered
 * is marked as incomplete (`noteUnavailable`). `changesSince` never falls back: no cached page was read from the other
 * library.
 */
export function withFallback(library: Library, other: Library | undefined): Library {
  const orElse =
    <Given extends unknown[], Read>(read: (...given: Given) => Promise<Read>, instead?: typeof read) =>
    async (...given: Given): Promise<Read> => {
      try {
        return await read(...given)
      } catch (error) {
        if (!(error instanceof LibraryUnavailable)) throw error
        if (instead) return instead(...given)
        noteUnavailable()
        throw error
      }
    }

  return {
    readHome: orElse(library.readHome, other?.readHome),
    readSubjects: orElse(library.readSubjects, other?.readSubjects),
    readQuestion: orElse(library.readQuestion, other?.readQuestion),
    readQuestionAlone: orElse(library.readQuestionAlone, other?.readQuestionAlone),
    readSubject: orElse(library.readSubject, other?.readSubject),
    readSubjectAlone: orElse(library.readSubjectAlone, other?.readSubjectAlone),
    readTopic: orElse(library.readTopic, other?.readTopic),
    readAuthor: orElse(library.readAuthor, other?.readAuthor),
    readSelection: orElse(library.readSelection, other?.readSelection),
    search: orElse(library.search, other?.search),
    findAddress: orElse(library.findAddress, other?.findAddress),
    listQuestionsAt: orElse(library.listQuestionsAt, other?.listQuestionsAt),
    listAuthorsAt: orElse(library.listAuthorsAt, other?.listAuthorsAt),
    readFeed: orElse(library.readFeed, other?.readFeed),
    listSitemapFiles: orElse(library.listSitemapFiles, other?.listSitemapFiles),
    readSitemapFile: orElse(library.readSitemapFile, other?.readSitemapFile),
    listSitemapEntries: orElse(library.listSitemapEntries, other?.listSitemapEntries),
    readState: orElse(library.readState, other?.readState),
    readEngine: orElse(library.readEngine, other?.readEngine),
    changesSince: orElse(library.changesSince),
  }
}
