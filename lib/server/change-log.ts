import type { Changes, State } from '@/lib/library/changes'
import type { Reads } from '@/lib/library/reads'

/** With more changes than this the log is cleared, and everything counts as changed. */
const maxRemembered = 50_000

/** What a page's validity depends on: what it read, and the era of the log in which it was rendered. */
export type Recorded = { reads: Reads; era: number }

/**
 * What compiles changed since the server started, in memory, so that checking a cached page costs no query. `apply`
 * updates it shortly after a compile.
 */
export class ChangeLog {
  #state: State = { store: '', sequence: 0 }
  /** By read key: the last compile that changed it. */
  readonly #changed = new Map<string, number>()
  #era = 0
  /** All changes after this state are known. */
  #since = 0

  /** The state of the library up to which changes are known. */
  get state(): State {
    return this.#state
  }

  /** Incremented whenever everything may have changed: no page of an earlier era is valid. */
  get era(): number {
    return this.#era
  }

  apply({ state, keys }: Changes) {
    if (state.store === this.#state.store && state.sequence === this.#state.sequence) return
    // An older store was restored: what that undid is in no list of changes.
    const isLater = state.store === this.#state.store && state.sequence > this.#state.sequence
    const isKnown = keys !== undefined && isLater
    if (isKnown) for (const key of keys) this.#changed.set(key, state.sequence)
    if (!isKnown || this.#changed.size > maxRemembered) {
      this.#changed.clear()
      this.#era += 1
      this.#since = state.sequence
    }
    this.#state = state
  }

  /** Makes pages that read the key `before` invalid, and those that read the key `now` valid again. */
  replace(before: string, now: string) {
    this.#changed.set(before, Number.POSITIVE_INFINITY)
    this.#changed.delete(now)
    // Pages that were checked up to this state are checked again.
    this.#state = { ...this.#state }
  }

  /**
   * Whether a page was read from the store that this log follows. Each thread notices by itself that the store was replaced,
   * so for a moment they may have different ones open.
   */
  isOf = ({ stores }: Reads): boolean => [...stores].every((store) => store === this.#state.store)

  /**
   * Whether nothing that a page read has changed since, and the page has not expired. What counts is the state that was
   * read, not when: a replica may lag behind this log.
   */
  isValid({ reads, era }: Recorded): boolean {
    if (era !== this.#era || reads.sequence < this.#since || isOver(reads)) return false
    for (const key of reads.keys) if ((this.#changed.get(key) ?? 0) > reads.sequence) return false
    return true
  }
}

/** Whether a page has expired. */
export const isOver = ({ until }: Reads): boolean => until <= Date.now()
