/**
 * The server that keeps rendered pages runs outside the bundle in which the application's store is open. This slot of
 * the process is where the one finds the other; `instrumentation.ts` fills it when the server starts.
 *
 * @typedef {import('../store/read/validity').Dependencies} Dependencies
 * @typedef {object} PageValidity
 * @property {() => number} getSequence
 * @property {(path: string) => import('../store/read/validity').AddressKind} getAddressKind
 * @property {(path: string) => import('../store/read/moved').Moved | undefined} findMoved
 * @property {(path: string) => Dependencies} getDependencies
 * @property {(sequence: number, dependencies: Dependencies) => boolean} isUnchangedSince
 */
const slot = Symbol.for('quicktakes.library')
const globals = /** @type {Record<symbol, (() => PageValidity) | undefined>} */ (/** @type {unknown} */ (globalThis))

/** @param {() => PageValidity} getLibrary */
export function provideLibrary(getLibrary) {
  globals[slot] = getLibrary
}

/** The library that pages are rendered from; undefined while there is none, as in the build. */
export const findLibrary = () => globals[slot]?.()
