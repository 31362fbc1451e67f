import type { Library } from './library'

const state = { store: '', sequence: 0 }

/** A library without questions. */
export const emptyLibrary: Library = {
  readHome: async () => ({ subjects: [], questions: 0, newest: [], ofDay: undefined }),
  readSubjects: async () => ({ subjects: [], sequence: 0 }),
  readQuestion: async () => undefined,
  readQuestionAlone: async () => undefined,
  readSubject: async () => undefined,
  readSubjectAlone: async () => undefined,
  readTopic: async () => undefined,
  readAuthor: async () => undefined,
  readSelection: async () => undefined,
  search: async () => ({
    corrections: [],
    missing: [],
    words: [],
    total: 0,
    capped: false,
    more: 0,
    questions: [],
    subject: undefined,
    unknownSubject: undefined,
    named: [],
    topics: [],
    everywhere: 0,
    subjects: [],
    state,
  }),
  findAddress: async () => ({ status: 'unknown' }),
  listQuestionsAt: async () => [],
  listAuthorsAt: async () => [],
  readFeed: async () => undefined,
  listSitemapFiles: async () => ({ files: [], sequence: 0 }),
  readSitemapFile: async () => undefined,
  listSitemapEntries: async () => [],
  changesSince: async () => ({ state, keys: [] }),
  readState: async () => ({ ...state, questions: 0 }),
  readEngine: async () => ({ engine: 'sqlite' }),
}
