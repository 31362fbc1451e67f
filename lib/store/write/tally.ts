/**
 * Changes to counts, collected in memory and written once at the end: one row per key, however many files change it.
 */
export class Tally<Key> {
  private readonly changes = new Map<string | number, { key: Key; change: number }>()

  /** Keys with the same `id` are equal. */
  constructor(private readonly toId: (key: Key) => string | number) {}

  add(key: Key, change: number) {
    const id = this.toId(key)
    const entry = this.changes.get(id)
    if (entry) entry.change += change
    else this.changes.set(id, { key, change })
  }

  /** The keys whose count changed, ordered by id, the order of the table, which makes writing faster. */
  *list(): Generator<[Key, number]> {
    const ids = [...this.changes.keys()].sort((a, b) => (a < b ? -1 : 1))
    for (const id of ids) {
      const entry = this.changes.get(id)
      if (entry && entry.change !== 0) yield [entry.key, entry.change]
    }
  }
}
