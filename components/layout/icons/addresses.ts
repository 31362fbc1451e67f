import small from './icon-192.png'
import large from './icon-512.png'
import maskable from './icon-maskable.png'

/** The pictures of a phone's home screen, at addresses that change with them and so may be kept for ever. */
export const iconAddresses = { small: small.src, large: large.src, maskable: maskable.src }
