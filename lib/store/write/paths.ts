import { hashAddress } from '@/lib/core/address-hash'
import { offPath, toPathKey } from '@/lib/core/path-key'
import { toQuestionPath } from '@/lib/core/routes'
import { readKeys } from '@/lib/library/reads'
import { getRow, listRows, type Store } from '../schema/open'
import type { ChangeLog } from './change-log'
import type { Derivation } from './derivation'

type Placed = { id: number; subject: string; slug: string; title: string; is_canonical: number; before: string | null }

/**
 * The places of questions on the paths of their topics. An edit moves the questions that it touches, and those that it
 * links to or no longer does; `path_change` has those that moved, as they were before.
 */
export function preparePaths(store: Store, changes: ChangeLog): Derivation {
  store.exec('CREATE TEMP TABLE path_change (question_id INTEGER PRIMARY KEY, before TEXT)')
  const columns = 'q.id, q.subject, q.slug, q.title, q.is_canonical'
  const sql = {
    links: store.prepare('SELECT links FROM inbound WHERE address = ?'),
    all: store.prepare(`SELECT ${columns}, NULL AS before FROM question q WHERE q.no_index = 0`),
    // Questions whose inbound links may have changed are in touched_address (canonical.ts).
    touched: store.prepare(`SELECT ${columns}, p.sort AS before FROM (
        SELECT id FROM old_question UNION SELECT q.id FROM touched_address t CROSS JOIN question q USING (subject, slug)
      ) o CROSS JOIN question q ON q.id = o.id AND q.no_index = 0 LEFT JOIN path p ON p.question_id = q.id`),
    lost: store.prepare(`SELECT p.question_id AS id, p.sort AS before FROM old_question o
      CROSS JOIN path p ON p.question_id = o.id LEFT JOIN question q ON q.id = o.id WHERE q.id IS NULL OR q.no_index = 1`),
    put: store.prepare('INSERT OR REPLACE INTO path VALUES (?, ?)'),
    remove: store.prepare('DELETE FROM path WHERE question_id = ?'),
    noteMoved: store.prepare('INSERT INTO path_change VALUES (?, ?)'),
  }

  function toPlace({ subject, slug, title, is_canonical }: Placed): string {
    const links = getRow<{ links: number }>(sql.links, hashAddress(toQuestionPath(subject, slug)))?.links ?? 0
    return `${is_canonical ? '' : offPath}${toPathKey(title, slug, links)}`
  }

  /** A question's next step, and whether it is the next step of another one, depend on its place. */
  function noteMoved(id: number, before: string | null) {
    sql.noteMoved.run(id, before)
    changes.note(readKeys.question(id))
    changes.note(readKeys.summary(id))
  }

  return {
    settle() {
      for (const question of listRows<Placed>(sql.touched)) {
        const place = toPlace(question)
        if (place === question.before) continue
        sql.put.run(question.id, place)
        noteMoved(question.id, question.before)
      }
      for (const { id, before } of listRows<Placed>(sql.lost)) {
        sql.remove.run(id)
        noteMoved(id, before)
      }
    },

    fill() {
      for (const question of sql.all.iterate() as Iterable<Placed>) sql.put.run(question.id, toPlace(question))
    },
  }
}
