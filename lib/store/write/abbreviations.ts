import { toSpelledOut } from '@/lib/search/abbreviations'
import type { Abbreviation } from '@/lib/search/lookups'
import type { Store } from '../schema/open'
import type { Derivation } from './derivation'
import type { StoredQuestion } from './question-rows'
import { Tally } from './tally'

/** What abbreviations stand for according to questions, and how many questions say so. */
export function prepareAbbreviations(store: Store): Derivation {
  const pairs = new Tally<Omit<Abbreviation, 'uses'>>(({ short, long }) => `${short}\0${long}`)

  function count({ noIndex, details }: Pick<StoredQuestion, 'noIndex' | 'details'>, change: 1 | -1) {
    if (noIndex) return
    for (const [short, long] of Object.entries(details.abbreviations ?? {})) {
      const pair = toSpelledOut(short, long)
      if (pair) pairs.add(pair, change)
    }
  }

  return {
    add: (_id, question) => count(question, 1),
    remove: (question) => count(question, -1),

    settle() {
      const add = store.prepare(
        'INSERT INTO abbreviation VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses',
      )
      const removeUnused = store.prepare('DELETE FROM abbreviation WHERE short = ? AND long = ? AND uses = 0')
      for (const [{ short, long }, change] of pairs.list()) {
        add.run(short, long, change)
        if (change < 0) removeUnused.run(short, long)
      }
    },
  }
}
