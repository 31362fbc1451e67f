/**
 * The page cache is loaded by Next itself, outside the bundle in which the application's store is open. This slot of
 * the process is where the one finds the other; `instrumentation.ts` fills it when the server starts.
 *
 * @typedef {(path: string) => number | undefined} GetPageVersion gives the version of the library that a page shows,
 *   undefined where there is no such page
 */
const slot = Symbol.for('quicktakes.pageVersion')
const globals = /** @type {Record<symbol, GetPageVersion | undefined>} */ (/** @type {unknown} */ (globalThis))

/** @param {GetPageVersion} getVersion */
export function providePageVersion(getVersion) {
  globals[slot] = getVersion
}

/** How to ask for the version of a page; undefined while there is no library, as in the build. */
export const findPageVersion = () => globals[slot]
