import { hashAddress } from '@/lib/core/address-hash'

/** Addresses of a file at most; search engines take 50,000. */
export const mostInFile = 45_000

/** Places there are: every address has one, by a hash of its slug, so that it stays in its file whatever others do. */
const places = 2 ** 32

/** The place of a slug among the files of its section, a whole number below 2³². */
export const toPlace = (slug: string) => hashAddress(slug) % places

/**
 * The places that a file holds, the second number excluded. File 1 holds all; when it grows too large, 2 and 3 hold a
 * half each and there is no file 1; when 2 does, 4 and 5; and so on. So what stands where depends on what there is,
 * not on how it came to be, and an edit moves nothing else.
 */
export function toRange(file: number): [from: number, to: number] {
  const depth = Math.floor(Math.log2(file))
  const width = places / 2 ** depth
  const index = file - 2 ** depth
  return [index * width, (index + 1) * width]
}

/** The half of a file in which a place stands. */
export const toHalf = (file: number, place: number) => (place < toRange(2 * file)[1] ? 2 * file : 2 * file + 1)
