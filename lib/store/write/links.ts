import { hashAddress } from '@/lib/core/address-hash'
import type { QuestionDetails } from '@/lib/core/types'
import type { Store } from '../schema/open'
import type { Derivation } from './derivation'

/** Which questions link to which addresses. */
export function prepareLinks(store: Store): Derivation {
  const sql = {
    insert: store.prepare('INSERT INTO link VALUES (?, ?)'),
    remove: store.prepare('DELETE FROM link WHERE address = ? AND question_id = ?'),
  }
  return {
    add(id, { details }) {
      for (const address of listHashes(details)) sql.insert.run(address, id)
    },
    remove({ id, details }) {
      for (const address of listHashes(details)) sql.remove.run(address, id)
    },
  }
}

const listHashes = ({ related, links = [] }: QuestionDetails) => new Set([...related, ...links].map(hashAddress))
