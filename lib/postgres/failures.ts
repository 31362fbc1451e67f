import { LibraryUnavailable } from '@/lib/library/unavailable'

/** A host cannot be read from now. Another one may answer, or the same one in a moment. */
export class HostFailure extends Error {}

/** No connection to a host was available in time: it is overloaded, or all connections wait for answers. */
export class HostBusy extends HostFailure {}

/** An open connection to a host broke, perhaps long ago, while nobody used it: a new one may work. */
export class BrokenConnection extends HostFailure {}

/** What pg and PostgreSQL say when an open connection ends. */
const ends = /^(?:57P01|EPIPE|ECONNRESET|Connection terminated|Client has)/

/**
 * Codes of a host that is stopping, starting, refusing access, out of resources, without the library so far, or that
 * cancelled a read because it conflicted with replay; and the codes of Node's sockets.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codesOfHosts = /^(?:08|28|3D|3F|40|42501|42P01|53|57P|E[A-Z_]+$)/

/** Messages of pg that come without a code. */
const messagesOfHosts = /^(?:Connection terminated|timeout expired|Query read timeout|Client (?:has|was))/

/** A statement took too long: a retry would make a host busier. */
const isCanceled = (code: string) => code === '57014'

/** If a pooler switches its server connection, a statement is not prepared there, or already is. */
export const isNotPrepared = (error: unknown) => ['26000', '42P05'].includes((error as { code?: string }).code ?? '')

/** The host has reached its limit of connections: reads go on in the existing ones. */
const tooManyConnections = '53300'

/** What to do about an error of which PostgreSQL says only what it refused. */
const remedies = new Map([
  ['3F000', 'publish with this version of the site'],
  ['42P01', 'publish with this version of the site'],
  ['42501', 'give the role of DATABASE_URL the rights that docs/scaling.md names'],
  ['55P03', 'publish again after the long read of the library, such as a backup, that did not let go of it'],
  [tooManyConnections, 'allow more, docs/scaling.md says how many connections a server keeps'],
])

/** What PostgreSQL says, and what to do about it if that is known. */
export function toSentence({ code = '', message }: Error & { code?: string }): string {
  const remedy = remedies.get(code)
  return remedy ? `${message}: ${remedy}` : message
}

/** Classifies an error of a read: a failure of the host, overload, or else the statement's own error, unchanged. */
export function toFailure(error: unknown): Error {
  const { code = '', message } = error as { code?: string; message: string }
  if (isCanceled(code)) return new LibraryUnavailable(`PostgreSQL is too busy: ${message}`)
  if (ends.test(code) || ends.test(message)) return new BrokenConnection(toSentence(error as Error))
  const isOfHost = codesOfHosts.test(code) || messagesOfHosts.test(message)
  return isOfHost ? new HostFailure(toSentence(error as Error)) : (error as Error)
}

/** Classifies an error of connecting: the host cannot be reached, or no connection is free. */
export function toConnectionFailure(error: Error & { code?: string }): HostFailure {
  const isBusy = error.code === tooManyConnections || error.message.startsWith('timeout exceeded')
  return new (isBusy ? HostBusy : HostFailure)(toSentence(error))
}
