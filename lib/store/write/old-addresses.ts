import { goneFile } from '@/lib/core/gone-file'
import { parseQuestionPath, toSubjectPath } from '@/lib/core/routes'
import type { AddressConflict, PlacedAddress } from '@/lib/core/types'
import { getRow, listRows, type Store } from '../schema/open'
import type { Derivation } from './derivation'

/**
 * Addresses that redirect, and removed ones. Only what a compile touched is checked: the old addresses that files list,
 * and those at which there is a new page.
 */
export function prepareOldAddresses(store: Store) {
  store.exec('CREATE TEMP TABLE touched_old (address TEXT PRIMARY KEY) WITHOUT ROWID')
  const sql = prepare(store)

  const aliases: Derivation = {
    add(id, question) {
      for (const { address, line, column } of question.aliases) {
        sql.putAlias.run(address, id, line, column)
        sql.touch.run(address)
      }
    },

    remove({ id, details }) {
      for (const address of details.aliases) sql.removeAlias.run(address, id)
    },
  }

  return {
    ...aliases,

    /** Replaces the list of removed addresses. */
    putRemoved(addresses: readonly PlacedAddress[]) {
      sql.clearRemoved.run()
      for (const { address, line, column } of addresses) {
        sql.putRemoved.run(address, line, column)
        sql.touch.run(address)
      }
    },

    /** Conflicts of the old addresses that this compile touched. The next compile reads their files again. */
    *listConflicts(): Generator<AddressConflict> {
      store.exec(touchTakenAddresses)
      // In a new store these are all old addresses, so one row at a time.
      for (const { address } of sql.listTouched.iterate() as Iterable<{ address: string }>) {
        for (const conflict of listConflictsOf(address)) {
          const [, dir = '', name = ''] = /^(?:(.*)\/)?([^/]*)$/.exec(conflict.file) ?? []
          sql.forgetFile.run(dir, name)
          yield conflict
        }
      }
    },
  }

  function* listConflictsOf(address: string): Generator<AddressConflict> {
    const aliases = listRows<Alias>(sql.listAliases, address)
    const removed = getRow<PlacedAddress>(sql.getRemoved, address)
    const page = findPage(address)
    for (const [index, alias] of aliases.entries()) {
      if (page) yield { ...alias, address, kind: 'alias-taken', holder: page }
      else if (index > 0) yield { ...alias, address, kind: 'alias-shared', holder: aliases[0]?.file ?? '' }
    }
    const there = page ?? (aliases[0] && `an alias of ${aliases[0].file}`)
    if (removed && there) yield { ...removed, file: goneFile, kind: 'removed-present', holder: there }
  }

  /** What is at an address, in words; undefined if nothing is. */
  function findPage(address: string): string | undefined {
    const key = parseQuestionPath(address)
    if (key) return getRow<{ path: string }>(sql.getQuestion, key.subject, key.slug)?.path
    const subject = address.split('/')[2] ?? ''
    const isSubject = address === toSubjectPath(subject) && getRow(sql.getInSubject, subject) !== undefined
    return isSubject ? `the subject ${subject}` : undefined
  }
}

type Alias = { file: string; line: number; column: number }

const touchTakenAddresses = `
INSERT OR IGNORE INTO touched_old SELECT '/learn/' || subject || '/questions/' || slug FROM new_question;
INSERT OR IGNORE INTO touched_old SELECT '/learn/' || subject FROM new_question;
`

function prepare(store: Store) {
  return {
    touch: store.prepare('INSERT OR IGNORE INTO touched_old VALUES (?)'),
    putAlias: store.prepare('INSERT OR REPLACE INTO alias VALUES (?, ?, ?, ?)'),
    removeAlias: store.prepare('DELETE FROM alias WHERE address = ? AND question_id = ?'),
    clearRemoved: store.prepare('DELETE FROM removed_address'),
    putRemoved: store.prepare('INSERT OR REPLACE INTO removed_address VALUES (?, ?, ?)'),
    listTouched: store.prepare(
      `SELECT address FROM touched_old t WHERE EXISTS (SELECT 1 FROM alias a WHERE a.address = t.address)
         OR EXISTS (SELECT 1 FROM removed_address r WHERE r.address = t.address)`,
    ),
    listAliases: store.prepare(
      `SELECT q.path AS file, a.line, a.column FROM alias a JOIN question q ON q.id = a.question_id
       WHERE a.address = ? ORDER BY q.path`,
    ),
    getRemoved: store.prepare('SELECT * FROM removed_address WHERE address = ?'),
    getQuestion: store.prepare('SELECT path FROM question WHERE subject = ? AND slug = ?'),
    getInSubject: store.prepare('SELECT 1 FROM question WHERE subject = ? LIMIT 1'),
    forgetFile: store.prepare(`UPDATE file SET read_at = 0, hash = '' WHERE dir = ? AND name = ?`),
  }
}
