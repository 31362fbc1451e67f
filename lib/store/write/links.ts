import { hashAddress } from '@/lib/core/address-hash'
import type { QuestionDetails } from '@/lib/core/types'
import type { Store } from '../schema/open'

type Linking = Pick<QuestionDetails, 'related' | 'links'>

/** Who links where, as a compile writes it. */
export function prepareLinks(store: Store) {
  const sql = {
    insert: store.prepare('INSERT INTO link VALUES (?, ?)'),
    remove: store.prepare('DELETE FROM link WHERE address = ? AND question_id = ?'),
  }
  return {
    add(questionId: number, linking: Linking) {
      for (const address of listHashes(linking)) sql.insert.run(address, questionId)
    },
    remove(questionId: number, linking: Linking) {
      for (const address of listHashes(linking)) sql.remove.run(address, questionId)
    },
  }
}

const listHashes = ({ related, links = [] }: Linking) => new Set([...related, ...links].map(hashAddress))
