import type { IncomingMessage } from 'node:http'
import proxyAddr from 'proxy-addr'

/**
 * The address that a request came from. Behind `proxies` trusted proxies it is what the outermost of them wrote into
 * X-Forwarded-For, without the port that some add. Everything further left was sent by the visitor and may be forged.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
 */
export const toClientAddress = (request: IncomingMessage, proxies: number) =>
  withoutPort(proxyAddr(request, (_, distance) => distance < proxies) ?? '')

/** Strips brackets and port from `203.0.113.7:4711`, `[2001:db8::7]:4711` and `[2001:db8::7]`. */
const withoutPort = (address: string) => address.replace(/^(?:\[(.*)\]|([\d.]+))(?::\d+)?$/, '$1$2')
