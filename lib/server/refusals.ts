import { cacheControl } from '@/lib/core/cache-control'
import { retryAfterSeconds } from './limits'
import type { SmallAnswer } from './small-answer'

export const badHost: SmallAnswer = {
  status: 400,
  title: 'Bad request',
  sentence: 'A request must name one host, once.',
  headers: { connection: 'close' },
}

export const badTarget: SmallAnswer = {
  status: 400,
  title: 'Bad request',
  sentence: 'A request must name a path, or an address with http:// or https:// and a host.',
  headers: { connection: 'close' },
}

export const fileNotFound: SmallAnswer = {
  status: 404,
  title: 'Not found',
  sentence: 'There is no file at this address.',
  headers: { 'cache-control': cacheControl },
}

export const tooBusy: SmallAnswer = {
  status: 503,
  title: 'Too many visitors',
  sentence: `The server has more requests than it can answer now. Please try again in ${retryAfterSeconds} seconds.`,
  headers: { 'retry-after': String(retryAfterSeconds) },
}

export const tookTooLong: SmallAnswer = {
  status: 503,
  title: 'Not ready',
  sentence: `This took too long to prepare. Please try again in ${retryAfterSeconds} seconds.`,
  headers: { 'retry-after': String(retryAfterSeconds) },
}

export const libraryUnavailable: SmallAnswer = {
  status: 503,
  title: 'Not ready',
  sentence: `The library does not answer now. Please try again in ${retryAfterSeconds} seconds.`,
  headers: { 'retry-after': String(retryAfterSeconds) },
}
