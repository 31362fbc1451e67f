import { slot } from './slot'

/** The library does not answer now, as far as is known through no fault of what was asked: it may in a moment. */
export class LibraryAway extends Error {}

/** Records that what is being rendered could not be read. For engines only. */
export function noteAway() {
  const reads = slot.reads.getStore()
  if (reads) reads.away = true
}
