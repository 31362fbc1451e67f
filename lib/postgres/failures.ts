import { LibraryAway } from '@/lib/library/away'

/** A host cannot be read from now: another one may, or the same in a moment. */
export class HostFailure extends Error {}

/**
 * Codes of a host that ends, starts, refuses, has no room, lets nobody in, has not got the library yet, or replays what
 * a read stood in the way of; and those of Node's sockets.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codesOfHosts = /^(?:08|28|3D|3F|40|42501|42P01|53|57P|E[A-Z_]+$)/

/** What pg says without a code. */
const messagesOfHosts = /^(?:Connection terminated|timeout expired|Query read timeout|Client (?:has|was))/

/** A statement took too long, or no connection became free: the host is busy, and another try would make it busier. */
const isBusy = (code: string, message: string) => code === '57014' || message.startsWith('timeout exceeded')

/** Where a pooler lends another connection of its own, a statement is not prepared there, or is already. */
export const isNotPrepared = (error: unknown) => ['26000', '42P05'].includes((error as { code?: string }).code ?? '')

/** What an error of a read is: of the host, of its load, or of what was asked, and then the error itself. */
export function toFailure(error: unknown): Error {
  const { code = '', message } = error as { code?: string; message: string }
  if (isBusy(code, message)) return new LibraryAway(`PostgreSQL is too busy: ${message}`)
  return codesOfHosts.test(code) || messagesOfHosts.test(message) ? new HostFailure(message) : (error as Error)
}

/** What an error of a connection is that was not made: of the host, unless there was no place for it. */
export function toConnectionFailure(error: Error): Error {
  const failure = toFailure(error)
  return failure instanceof LibraryAway ? failure : new HostFailure(error.message)
}
