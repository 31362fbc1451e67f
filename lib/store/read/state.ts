import { getMeta, getRow, type Store } from '../schema/open'

/** Which state of which library a store holds. */
export function prepareState(store: Store) {
  const sequence = store.prepare("SELECT value FROM meta WHERE key = 'sequence'")
  return {
    /** The number of the last compile that changed something. */
    getSequence: () => getRow<{ value: number }>(sequence)?.value ?? 0,
    /** What tells this store from all others, older and newer ones. */
    getStoreId: () => String(getMeta(store, 'storeId') ?? ''),
  }
}
