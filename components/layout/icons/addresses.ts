import small from './icon-192.png'
import large from './icon-512.png'
import maskable from './icon-maskable.png'

/** Icons for a phone's home screen; their addresses contain a hash, so they may be cached for ever. */
export const iconAddresses = { small: small.src, large: large.src, maskable: maskable.src }
