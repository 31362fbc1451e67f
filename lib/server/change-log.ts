import type { Changes, State } from '@/lib/library/changes'
import type { Reads } from '@/lib/library/reads'

/** So many changes are remembered; with more, everything counts as changed and is remembered no longer. */
const mostRemembered = 50_000

/** What is known of a page's validity: what it read, and in which era of the log it was rendered. */
export type Recorded = { reads: Reads; era: number }

/**
 * What compiles changed since the server started, in memory, so that a cached page costs no query. It is brought up to
 * date by `apply`, a moment after a compile.
 */
export class ChangeLog {
  #state: State = { store: '', sequence: 0 }
  /** By read key: the last compile that changed it. */
  readonly #changed = new Map<string, number>()
  #era = 0

  /** The state that is known. */
  get state(): State {
    return this.#state
  }

  /** Raised whenever everything may have changed: no page from before is valid after. */
  get era(): number {
    return this.#era
  }

  apply({ state, keys }: Changes) {
    if (state.store === this.#state.store && state.sequence === this.#state.sequence) return
    // A store that knows less than before was put back: what it undid is in no list of changes.
    const isLater = state.store === this.#state.store && state.sequence > this.#state.sequence
    const isKnown = keys !== undefined && isLater
    if (isKnown) for (const key of keys) this.#changed.set(key, state.sequence)
    if (!isKnown || this.#changed.size > mostRemembered) {
      this.#changed.clear()
      this.#era += 1
    }
    this.#state = state
  }

  /**
   * Whether a page was read from the store that this log is of. Each thread looks by itself for one that was put in its
   * place, so for a moment they may have different ones open.
   */
  isOf = ({ stores }: Reads): boolean => [...stores].every((store) => store === this.#state.store)

  /** Whether nothing that a page shows was changed after it was read. */
  isValid({ reads, era }: Recorded): boolean {
    if (era !== this.#era) return false
    for (const key of reads.keys) if ((this.#changed.get(key) ?? 0) > reads.sequence) return false
    return true
  }
}
