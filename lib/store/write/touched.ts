import type { QuestionKey } from '@/lib/core/types'
import type { Store } from '../schema/open'

/**
 * Marks what decides about owners, in the temporary tables `touched_key` and `touched_address`. In a fresh store all
 * owners are decided, so nothing need be marked.
 */
export function prepareTouched(store: Store, fresh: boolean) {
  store.exec(`
    CREATE TEMP TABLE touched_key (same_key TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE touched_address (subject TEXT, slug TEXT, PRIMARY KEY (subject, slug)) WITHOUT ROWID;
  `)
  const sql = {
    key: store.prepare('INSERT OR IGNORE INTO touched_key SELECT same_key FROM question WHERE id = ?'),
    address: store.prepare('INSERT OR IGNORE INTO touched_address VALUES (?, ?)'),
  }

  /** An address that something came to point to, or no longer does. */
  const touchAddress = ({ subject, slug }: QuestionKey) => {
    if (!fresh) sql.address.run(subject, slug)
  }

  return {
    touchAddress,
    /** A question that is stored now, or will not be any more. */
    touchQuestion(id: number, address: QuestionKey) {
      if (!fresh) sql.key.run(id)
      touchAddress(address)
    },
  }
}
