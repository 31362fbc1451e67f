/**
 * The page cache is loaded by Next itself, outside the bundle in which the application's store is open. This slot of
 * the process is where the one finds the other; `instrumentation.ts` fills it when the server starts.
 */
const slot = Symbol.for('quicktakes.libraryVersion')
const globals = /** @type {Record<symbol, (() => number) | undefined>} */ (/** @type {unknown} */ (globalThis))

/** @param {() => number} getVersion gives the number of the last compile that changed something */
export function provideLibraryVersion(getVersion) {
  globals[slot] = getVersion
}

/** The version of the library that pages are rendered from; undefined while there is none, as in the build. */
export const getLibraryVersion = () => globals[slot]?.()
