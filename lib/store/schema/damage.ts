import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** https://sqlite.org/fileformat.html#the_database_header */
const headerSize = 100
const magic = Buffer.from('SQLite format 3\0')

/** https://sqlite.org/rescode.html: the last eight bits of a code; libsql reports the whole code. */
const codes = { readonly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notDatabase: 26 }

function hasCode(error: unknown, ...names: (keyof typeof codes)[]): boolean {
  const { rawCode, message } = error as { rawCode?: number; message: string }
  // If a file cannot be opened at all, libsql gives the code only at the end of its message.
  const code = rawCode ?? Number(/^ConnectionFailed\(.*: (\d+)"\)$/.exec(message)?.[1])
  return names.some((name) => codes[name] === (code & 0xff))
}

/** Whether SQLite found a corrupt page. */
export const isDamageError = (error: unknown) => hasCode(error, 'corrupt', 'notDatabase')

/** Whether SQLite could not write: mostly because the disk is full. */
export const isDiskError = (error: unknown) => hasCode(error, 'full', 'ioError')

/** Whether SQLite lacks the permissions to open a file. */
export const isAccessError = (error: unknown) => hasCode(error, 'readonly', 'cannotOpen')

/**
 * What is wrong with the file of a store, judging by its header and size; undefined if nothing is. Takes the same time
 * however large the store is; damage inside pages is found when they are read.
 */
export function findDamage(file: string): string | undefined {
  const header = Buffer.alloc(headerSize)
  const read = readSync(openToStay(file), header, 0, headerSize, 0)
  if (read === 0) return 'it is empty'
  if (read < headerSize || !header.subarray(0, magic.length).equals(magic)) return 'it is not an SQLite database'
  // Pages in a write-ahead log are not in the file yet.
  if (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return undefined
  const pageSize = header.readUInt16BE(16)
  const expected = header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize)
  const missing = expected - statSync(file).size
  return missing > 0 ? `${missing} of its ${expected} bytes are missing` : undefined
}

/** By the identity of a file. */
const descriptors = new Map<string, number>()

/**
 * A descriptor that stays open as long as the file has a name: closing it would release every lock that SQLite holds on
 * the file in this process, and another process would assume that nobody needs the log of a store that is being read.
 * https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 */
function openToStay(file: string): number {
  const known = descriptors.get(toIdentity(statSync(file)))
  if (known !== undefined) return known
  closeDeleted()
  const descriptor = openSync(file, 'r')
  descriptors.set(toIdentity(fstatSync(descriptor)), descriptor)
  return descriptor
}

/** A replaced store would otherwise occupy its disk space for as long as this process runs. */
function closeDeleted() {
  for (const [identity, descriptor] of descriptors) {
    if (fstatSync(descriptor).nlink > 0) continue
    closeSync(descriptor)
    descriptors.delete(identity)
  }
}

const toIdentity = ({ dev, ino }: { dev: number; ino: number }) => `${dev} ${ino}`
