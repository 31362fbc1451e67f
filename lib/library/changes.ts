/** The number of the last compile, a time in milliseconds since 1970, and which store has it. */
export type State = { store: string; sequence: number }

/**
 * What changed up to `state`: the read keys (reads.ts) of everything that a page may show. `keys` is undefined if
 * that is not known, because too much changed or the store was replaced: then everything may have changed.
 */
export type Changes = { state: State; keys: string[] | undefined }
