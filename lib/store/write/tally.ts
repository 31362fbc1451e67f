/** Changes of counts, gathered in memory and written once at the end: one row for each name, however many files use it. */
export class Tally<Key> {
  private readonly changes = new Map<string | number, { key: Key; change: number }>()

  /** `id` tells equal keys. */
  constructor(private readonly toId: (key: Key) => string | number) {}

  add(key: Key, change: number) {
    const id = this.toId(key)
    const entry = this.changes.get(id)
    if (entry) entry.change += change
    else this.changes.set(id, { key, change })
  }

  /** The keys whose count changed, ordered by their id, so that they are written where the table keeps them. */
  *list(): Generator<[Key, number]> {
    const ids = [...this.changes.keys()].sort((a, b) => (a < b ? -1 : 1))
    for (const id of ids) {
      const entry = this.changes.get(id)
      if (entry && entry.change !== 0) yield [entry.key, entry.change]
    }
  }
}
