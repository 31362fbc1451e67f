import { LibraryAway } from '@/lib/library/away'

/** A host cannot be read from now: another one may, or the same in a moment. */
export class HostFailure extends Error {}

/** No connection to a host was to be had in time: it has too much to do, or all that was asked of it waits in vain. */
export class HostBusy extends HostFailure {}

/**
 * Codes of a host that ends, starts, refuses, has no room, lets nobody in, has not got the library yet, or replays what
 * a read stood in the way of; and those of Node's sockets.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codesOfHosts = /^(?:08|28|3D|3F|40|42501|42P01|53|57P|E[A-Z_]+$)/

/** What pg says without a code. */
const messagesOfHosts = /^(?:Connection terminated|timeout expired|Query read timeout|Client (?:has|was))/

/** A statement took too long: another try would make a host busier. */
const isCanceled = (code: string) => code === '57014'

/** Where a pooler lends another connection of its own, a statement is not prepared there, or is already. */
export const isNotPrepared = (error: unknown) => ['26000', '42P05'].includes((error as { code?: string }).code ?? '')

/** The host has as many connections as it may: reads go on in those that there are. */
const tooManyConnections = '53300'

/** What to do about a refusal, where PostgreSQL names only what it refused. */
const remedies = new Map([
  ['3F000', 'publish with this version of the site'],
  ['42P01', 'publish with this version of the site'],
  ['42501', 'give the role of DATABASE_URL the rights that docs/scaling.md names'],
  [tooManyConnections, 'let in more, docs/scaling.md says how many connections a server keeps'],
])

/** What PostgreSQL says, and what to do about it where that is known. */
export function toSentence({ code = '', message }: Error & { code?: string }): string {
  const remedy = remedies.get(code)
  return remedy ? `${message}: ${remedy}` : message
}

/** What an error of a read is: of the host, of its load, or of what was asked, and then the error itself. */
export function toFailure(error: unknown): Error {
  const { code = '', message } = error as { code?: string; message: string }
  if (isCanceled(code)) return new LibraryAway(`PostgreSQL is too busy: ${message}`)
  const isOfHost = codesOfHosts.test(code) || messagesOfHosts.test(message)
  return isOfHost ? new HostFailure(toSentence(error as Error)) : (error as Error)
}

/** What an error of a connection is that was not made, or for which there was no place. */
export function toConnectionFailure(error: Error & { code?: string }): HostFailure {
  const isBusy = error.code === tooManyConnections || error.message.startsWith('timeout exceeded')
  return new (isBusy ? HostBusy : HostFailure)(toSentence(error))
}
