import { type ListName, listDefinitions, listNames } from '../schema/list-definitions'
import { listRows, type Store } from '../schema/open'
import { fillLists, prepareListEditor } from './list-stretches'
import { prepareTopicChanges, type TopicVersion } from './topic-changes'

type ListChange = { list: ListName; key: string; sort: string; change: 1 | -1 }

/**
 * What a compile changes of the lists that pages show, recorded by the database itself while rows are written, and
 * then carried over: to the lists' counts and stretches, and to the versions by which the page cache knows which pages
 * to render anew. In a store made anew nothing is recorded: its lists are made at the end.
 */
export class ListChanges {
  private readonly sql: ReturnType<typeof prepare>
  private readonly topics: ReturnType<typeof prepareTopicChanges>

  constructor(
    private readonly store: Store,
    private readonly version: number,
    private readonly fresh: boolean,
  ) {
    if (!fresh) store.exec(createRecorder)
    this.sql = prepare(store)
    this.topics = prepareTopicChanges(store, version, (list, key) => this.touchList(list, key))
  }

  /** Carries everything over, once rows and owners are settled. */
  settle() {
    if (this.fresh) {
      fillLists(this.store, this.version)
      this.topics.fill()
    } else {
      this.editLists()
      this.touchReworded()
    }
  }

  /** The name or the description of a subject changed, which pages show far beyond its own. */
  touchSubjectNames() {
    this.touchList('subjects', '')
  }

  private touchList(list: ListName | TopicVersion | 'subjects', key: string) {
    this.sql.touchList.run(list, key, this.version)
  }

  private editLists() {
    const changes = this.store.prepare(
      `SELECT list, key, sort, sum(change) AS change FROM shown_change WHERE list != 'topic'
       GROUP BY list, key, sort HAVING sum(change) != 0 ORDER BY change, list, key, sort`,
    )
    const changeList = prepareListEditor(this.store)
    for (const row of listRows<ListChange>(changes)) {
      changeList(row.list, row.key, row.sort, row.change)
      this.touchList(row.list, row.key)
      // The home page shows how many questions each subject has, copies too.
      if (row.list === 'newest') this.touchList('all', '')
      if (row.list === 'owned') this.touchNeighbours(row.key, row.sort)
      if (row.list === 'a-z') this.sql.touchTwins.run(this.version, row.key, row.sort)
    }
    this.topics.settle(this.collectTopics(), changeList)
  }

  /** The rows that came into each topic and left it; none for one whose rows were written anew as they were. */
  private collectTopics(): Map<string, ListChange[]> {
    const rows = this.store.prepare(
      "SELECT list, key, sort, sum(change) AS change FROM shown_change WHERE list = 'topic' GROUP BY key, sort",
    )
    const topics = new Map<string, ListChange[]>()
    for (const row of listRows<Omit<ListChange, 'change'> & { change: number }>(rows)) {
      const changes = topics.get(row.key) ?? []
      if (row.change !== 0) changes.push({ ...row, change: row.change > 0 ? 1 : -1 })
      topics.set(row.key, changes)
    }
    return topics
  }

  /** The pages of the questions before and after a place that was filled or emptied show another neighbour now. */
  private touchNeighbours(subject: string, sort: string) {
    this.sql.touchNeighbours.run(this.version, subject, sort)
  }

  /** A question with another title, description or owner shows in the lists of all subjects that it, or a copy, stands in. */
  private touchReworded() {
    // CROSS JOIN: else SQLite takes what was reworded for many rows and walks all questions.
    const lists = this.store.prepare(
      `SELECT 'newest' AS list, q.subject AS key FROM reworded r CROSS JOIN question q ON q.slug = r.slug
       UNION SELECT 'author', q.author FROM reworded r CROSS JOIN question q ON q.slug = r.slug
       UNION SELECT 'all', '' FROM reworded`,
    )
    for (const { list, key } of listRows<{ list: ListName; key: string }>(lists)) this.touchList(list, key)
    const tagged = this.store.prepare(
      'SELECT q.subject, q.details FROM reworded r CROSS JOIN question q ON q.slug = r.slug',
    )
    for (const { subject, details } of listRows<{ subject: string; details: string }>(tagged)) {
      this.topics.touchTopicsOf(subject, details)
    }
  }
}

/** The id of the question right before (`<`) or after (`>`) the place ?3 among the owned ones of subject ?2. */
const toNeighbour = (side: string) =>
  `(SELECT id FROM question WHERE subject = ?2 AND no_index = 0 AND is_owner = 1 AND newest_key ${side} ?3
    ORDER BY newest_key ${side === '<' ? 'DESC' : ''} LIMIT 1)`

function prepare(store: Store) {
  return {
    touchList: store.prepare(
      'INSERT INTO list VALUES (?, ?, 0, ?) ON CONFLICT DO UPDATE SET version = excluded.version',
    ),
    touchNeighbours: store.prepare(
      `UPDATE question SET version = ?1 WHERE id IN (${['<', '>'].map(toNeighbour).join(',')})`,
    ),
    // Questions of the same title are numbered in their subject: those that come after this one have another number now.
    touchTwins: store.prepare(
      `UPDATE question SET version = ?1 WHERE subject = ?2 AND no_index = 0
       AND az_key > ?3 AND az_key < substr(?3, 1, instr(?3, char(1)) - 1) || char(2)`,
    ),
  }
}

/** Statements that note a row in, or out of, each list that shows it. */
function recordLists(row: 'OLD' | 'NEW', change: 1 | -1): string {
  return listNames
    .filter((name) => listDefinitions[name].table === 'question')
    .map((name) => {
      const { key, order, shown } = listDefinitions[name]
      const column = key === "''" ? key : `${row}.${key}`
      const condition = shown.replaceAll(/\b(no_index|is_owner)\b/g, `${row}.$1`)
      return `INSERT INTO shown_change SELECT '${name}', ${column}, ${row}.${order}, ${change} WHERE ${condition};`
    })
    .join('\n')
}

const createRecorder = `
CREATE TEMP TABLE shown_change (list TEXT, key TEXT, sort TEXT, change INTEGER);
CREATE TEMP TABLE reworded (slug TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TRIGGER record_insert AFTER INSERT ON main.question BEGIN ${recordLists('NEW', 1)} END;
CREATE TEMP TRIGGER record_delete AFTER DELETE ON main.question BEGIN ${recordLists('OLD', -1)} END;
-- What sets the owner sets all that lists show; what does not, notes a version.
CREATE TEMP TRIGGER record_update AFTER UPDATE OF owner_id ON main.question BEGIN
  ${recordLists('OLD', -1)}
  ${recordLists('NEW', 1)}
  INSERT OR IGNORE INTO reworded
    SELECT NEW.slug WHERE OLD.title IS NOT NEW.title OR OLD.description IS NOT NEW.description
      OR OLD.owner_id IS NOT NEW.owner_id;
END;
CREATE TEMP TRIGGER record_topic AFTER INSERT ON main.topic_question BEGIN
  INSERT INTO shown_change VALUES ('topic', NEW.topic, NEW.sort, 1);
END;
CREATE TEMP TRIGGER record_no_topic AFTER DELETE ON main.topic_question BEGIN
  INSERT INTO shown_change VALUES ('topic', OLD.topic, OLD.sort, -1);
END;
`
