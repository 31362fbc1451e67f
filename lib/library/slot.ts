/** What stands at an address: a page of the library, one that is always there, a file, or nothing. */
export type AddressKind = 'library' | 'fixed' | 'file' | 'missing'

/** What is at an address where no page is: the page's present address, or nothing any more. */
export type Moved = { status: 308; path: string } | { status: 410 }

/** What the server asks of the library that its pages are rendered from; `dependencies` are the library's own affair. */
export type ServedLibrary = {
  getSequence(): number
  getAddressKind(path: string): AddressKind
  findMoved(path: string): Moved | undefined
  getDependencies(path: string): unknown
  isUnchangedSince(sequence: number, dependencies: unknown): boolean
}

/** The server and the application are bundled apart, with modules of their own: the process is what they share. */
const slot: unique symbol = Symbol.for('quicktakes.library')
const shared = globalThis as { [slot]?: () => ServedLibrary }

export function provideLibrary(getLibrary: () => ServedLibrary) {
  shared[slot] = getLibrary
}

/** The library that pages are rendered from; undefined while there is none, as in the build. */
export const findLibrary = (): ServedLibrary | undefined => shared[slot]?.()
