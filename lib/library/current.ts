import 'server-only'
import { emptyLibrary } from './empty'
import type { Library } from './library'
import { findLibrary } from './slot'

/** The library that pages read: that of this process, or an empty one during the build, which reads no content. */
export const getLibrary = (): Library => findLibrary() ?? emptyLibrary
