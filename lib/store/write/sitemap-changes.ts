import { toPageCount } from '@/lib/core/pagination'
import { authorsSection } from '@/lib/core/sitemap-sections'
import { getRow, listRows, type Store } from '../schema/open'
import { prepareSitemapWriter, type SitemapEntry } from './sitemap-writer'

/** Indexable questions at their own address: what stands in the sitemap. */
const shown = 'no_index = 0 AND is_owner = 1'

/**
 * What a compile changes of the sitemap: the questions and authors it touched are recorded by the database itself, and
 * settled once rows, owners and lists are. A store made anew is filled at the end.
 */
export class SitemapChanges {
  constructor(
    private readonly store: Store,
    private readonly version: number,
    private readonly fresh: boolean,
  ) {
    if (!fresh) store.exec(createRecorder)
  }

  settle() {
    const writer = prepareSitemapWriter(this.store, this.version)
    const { store } = this
    const sql = {
      question: store.prepare(
        `SELECT 1 AS addresses, modified FROM question WHERE subject = ? AND slug = ? AND ${shown}`,
      ),
      author: store.prepare(
        `SELECT date AS modified FROM question WHERE author = ? AND ${shown} ORDER BY newest_key LIMIT 1`,
      ),
      count: store.prepare("SELECT questions FROM list WHERE list = 'author' AND key = ?"),
    }
    if (this.fresh) {
      store.exec(fillQuestions)
      for (const { key } of listRows<{ key: string }>(store.prepare(listSubjects))) writer.fillSection(key)
    } else {
      for (const { subject, slug } of listRows<{ subject: string; slug: string }>(store.prepare(listTouched))) {
        writer.setEntry(subject, slug, getRow<SitemapEntry>(sql.question, subject, slug))
      }
    }

    const authors = store.prepare(this.fresh ? "SELECT key AS author FROM list WHERE list = 'author'" : listAuthors)
    for (const { author } of listRows<{ author: string }>(authors)) {
      const questions = getRow<{ questions: number }>(sql.count, author)?.questions ?? 0
      const modified = getRow<{ modified: string }>(sql.author, author)?.modified
      writer.setEntry(authorsSection, author, modified ? { addresses: toPageCount(questions), modified } : undefined)
    }
    writer.settle()
  }
}

const fillQuestions = `INSERT INTO sitemap_entry
  SELECT subject, place, slug, 1, modified FROM question WHERE ${shown} ORDER BY subject, place, slug`

const listSubjects = "SELECT key FROM list WHERE list = 'owned'"
const listTouched = 'SELECT subject, slug FROM touched_question'
const listAuthors = 'SELECT author FROM touched_author'

const record = (row: 'OLD' | 'NEW') => `
  INSERT OR IGNORE INTO touched_question VALUES (${row}.subject, ${row}.slug);
  INSERT OR IGNORE INTO touched_author VALUES (${row}.author);`

const createRecorder = `
CREATE TEMP TABLE touched_question (subject TEXT, slug TEXT, PRIMARY KEY (subject, slug)) WITHOUT ROWID;
CREATE TEMP TABLE touched_author (author TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TRIGGER note_insert AFTER INSERT ON main.question BEGIN ${record('NEW')} END;
CREATE TEMP TRIGGER note_delete AFTER DELETE ON main.question BEGIN ${record('OLD')} END;
CREATE TEMP TRIGGER note_update AFTER UPDATE OF owner_id ON main.question BEGIN ${record('OLD')} ${record('NEW')} END;
`
