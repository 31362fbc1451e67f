import type { IncomingMessage } from 'node:http'

/**
 * The address that a request came from. Behind `proxies` proxies of ours it is what the outermost of them wrote into
 * X-Forwarded-For, without the port that some add; what is further left was sent by the visitor, who may write
 * anything there.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
 */
export function toClientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (proxies === 0) return direct
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  return withoutPort(forwarded.at(-proxies)?.trim() || forwarded[0]?.trim() || direct)
}

/** `203.0.113.7:4711`, `[2001:db8::7]:4711` and `[2001:db8::7]` without what is not the address. */
const withoutPort = (address: string) => address.replace(/^(?:\[(.*)\]|([\d.]+))(?::\d+)?$/, '$1$2')
