import { AsyncLocalStorage } from 'node:async_hooks'
import type { Library } from './library'
import type { Reads } from './reads'
import type { Searches } from './searches'

type Slot = {
  library: Library | undefined
  reads: AsyncLocalStorage<Reads>
  searches: AsyncLocalStorage<Searches>
}

/** The server and the application are bundled separately and have their own modules, so they share this global slot. */
const name = Symbol.for('quicktakes.library')
const globals = globalThis as { [name]?: Slot }

const created: Slot = {
  library: undefined,
  reads: new AsyncLocalStorage(),
  searches: new AsyncLocalStorage(),
}
globals[name] ??= created
export const slot: Slot = globals[name]

/** Makes a library the one that this process serves. */
export function provideLibrary(library: Library) {
  slot.library = library
}

/** The library that this process serves; undefined before there is one. */
export const findLibrary = (): Library | undefined => slot.library
