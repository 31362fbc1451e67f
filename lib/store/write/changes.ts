import type { Store } from '../schema/open'

/** The columns of a question that derivations can read as they were before the compile. */
const columns = [
  ...[
    'id',
    'subject',
    'slug',
    'title',
    'title_html',
    'description',
    'modified',
    'place',
    'author',
    'no_index',
    'same_key',
  ],
  ...['canonical_id', 'is_canonical', 'newest_key', 'az_key', 'details', 'sense', 'band', 'other_band', 'ways'],
]

/**
 * Creates the temporary tables of what a compile changes: `old_question` has the questions as they were before, with
 * only the id of a new one; `new_question` has the same ones as they are now, without removed ones; `reworded` has the
 * slugs of those whose entry in lists changed. They stay empty until `recordChanges`.
 */
export function createChanges(store: Store) {
  store.exec(`
    CREATE TEMP TABLE old_question (${columns.join(', ').replace('id', 'id INTEGER PRIMARY KEY')});
    CREATE TEMP VIEW new_question AS SELECT q.* FROM old_question o CROSS JOIN question q ON q.id = o.id;
    CREATE TEMP VIEW reworded AS SELECT DISTINCT q.slug FROM old_question o CROSS JOIN question q ON q.id = o.id
      WHERE o.slug IS NOT NULL
        AND (o.title IS NOT q.title OR o.title_html IS NOT q.title_html OR o.description IS NOT q.description OR o.canonical_id IS NOT q.canonical_id);
  `)
}

/**
 * From now on the database itself records what changes: each write of a question sets `canonical_id` or `ways`, which
 * fires the trigger.
 */
export function recordChanges(store: Store) {
  const old = columns.map((column) => `OLD.${column}`).join(', ')
  const record = `BEGIN INSERT OR IGNORE INTO old_question VALUES (${old}); END`
  store.exec(`
    CREATE TEMP TRIGGER record_insert AFTER INSERT ON main.question
      BEGIN INSERT OR IGNORE INTO old_question (id) VALUES (NEW.id); END;
    CREATE TEMP TRIGGER record_update AFTER UPDATE OF canonical_id, ways ON main.question ${record};
    CREATE TEMP TRIGGER record_delete AFTER DELETE ON main.question ${record};
  `)
}
