import 'server-only'
import { emptyLibrary } from './empty'
import type { Library } from './library'
import { findLibrary } from './slot'

/** The library that pages ask: the one of this process, or an empty one while the site is built, which reads no content. */
export const getLibrary = (): Library => findLibrary() ?? emptyLibrary
