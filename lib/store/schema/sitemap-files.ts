import { hashAddress } from '@/lib/core/address-hash'
import { authorsSection } from '@/lib/core/sitemap-sections'

/** The most addresses in a file; search engines accept 50,000. */
export const maxPerFile = 45_000

const placeBits = 32

/** A section is divided no further: one author alone may have too many addresses for a file. */
export const maxBits = 12

/** The place of a slug among the files of its section: a hash, so that other slugs do not move it to another file. */
export const toPlace = (slug: string) => hashAddress(slug) % 2 ** placeBits

/**
 * The range of places in a file, its end excluded. All files of a section have ranges of the same size: there is file
 * 1, or 2 and 3, or 4 to 7, and so on. So after a division the old address of a file does not serve other entries: it is
 * gone.
 */
export function toRange(file: number): [from: number, to: number] {
  const bits = toBits(file)
  const width = 2 ** (placeBits - bits)
  const index = file - 2 ** bits
  return [index * width, (index + 1) * width]
}

/** By how many bits of their places the entries of a section with this file are divided. */
export const toBits = (file: number) => Math.floor(Math.log2(file))

/** The file with a place, in a section divided by this many bits: in JavaScript and as SQL. */
export const toFile = (place: number, bits: number) => 2 ** bits + Math.floor(place / 2 ** (placeBits - bits))
export const toFileSql = (bits: string) => `(1 << ${bits}) + (place >> ${placeBits} - ${bits})`

/**
 * The entries of a section, `?1`: place, slug, how many addresses are derived from the slug, and the newest day among
 * them.
 */
export const toEntries = (section: string) =>
  section === authorsSection
    ? `SELECT place, slug, addresses, modified FROM sitemap_author WHERE '${authorsSection}' = ?1`
    : 'SELECT place, slug, 1 AS addresses, modified FROM question WHERE subject = ?1 AND no_index = 0 AND is_canonical = 1'
