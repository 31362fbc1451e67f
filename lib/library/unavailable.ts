import { slot } from './slot'

/** The library is not answering. As far as is known the request is not to blame, so a retry may succeed. */
export class LibraryUnavailable extends Error {}

/** Records that what is being rendered could not be read. For engines only. */
export function noteUnavailable() {
  const reads = slot.reads.getStore()
  if (reads) reads.unavailable = true
}
