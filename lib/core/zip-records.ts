/** What a zip file says of an entry: its sizes and `offset`, its place in the file, are in bytes. */
export type ZipEntry = {
  name: string
  compressed: boolean
  crc: number
  size: number
  compressedSize: number
  offset: number
}

// The records of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3. A number that 32 or 16 bits
// cannot hold is all ones there, and stands in a record of Zip64.
const ones32 = 0xffff_ffff
const ones16 = 0xffff

const version = 20
const zip64Version = 45
const zip64Tag = 1
const deflate = 8
/** The flag of names in UTF-8. */
const utf8 = 0x800
/** 1980-01-01, the earliest day there is: the same for all entries, so that the same content has the same bytes. */
const date = 0x21

/** Whether the sizes of an entry are in Zip64: told before it is compressed, which may make it slightly larger. */
const isLarge = ({ size }: ZipEntry) => size >= 0xff00_0000

/** What stands before the content of an entry; its length depends on the name and the size alone. */
export function toLocalHeader(entry: ZipEntry): Buffer {
  const { size, compressedSize } = entry
  const zip64 = isLarge(entry) ? [size, compressedSize] : []
  const { name, extra, lengths } = toVariableFields(entry, zip64)
  return Buffer.concat([u32(0x04034b50), toCommonFields(entry, zip64), lengths, name, extra])
}

/** What the directory, at the end of the file, has of an entry. */
export function toDirectoryEntry(entry: ZipEntry): Buffer {
  const { size, compressedSize, offset } = entry
  const zip64 = [...(isLarge(entry) ? [size, compressedSize] : []), ...(offset >= ones32 ? [offset] : [])]
  const { name, extra, lengths } = toVariableFields(entry, zip64)
  const commentDiskAttributes = Buffer.alloc(10)
  return Buffer.concat([
    ...[u32(0x02014b50), u16(zip64Version), toCommonFields(entry, zip64), lengths, commentDiskAttributes],
    ...[u32(Math.min(offset, ones32)), name, extra],
  ])
}

/** What ends the file, after a directory of so many entries and bytes that begins at `offset`. */
export function toEnd({ entries, bytes, offset }: { entries: number; bytes: number; offset: number }): Buffer {
  const isZip64 = entries >= ones16 || bytes >= ones32 || offset >= ones32
  const counts = Math.min(entries, ones16)
  return Buffer.concat([
    ...(isZip64
      ? [
          ...[
            u32(0x06064b50),
            u64(44),
            u16(zip64Version, zip64Version),
            u32(0, 0),
            u64(entries, entries, bytes, offset),
          ],
          ...[u32(0x07064b50, 0), u64(offset + bytes), u32(1)],
        ]
      : []),
    ...[u32(0x06054b50), u16(0, 0, counts, counts), u32(Math.min(bytes, ones32), Math.min(offset, ones32)), u16(0)],
  ])
}

function toCommonFields(entry: ZipEntry, zip64: readonly number[]): Buffer {
  const { name, compressed, crc, size, compressedSize } = entry
  const flags = /^[ -~]*$/.test(name) ? 0 : utf8
  return Buffer.concat([
    u16(zip64.length > 0 ? zip64Version : version, flags, compressed ? deflate : 0, 0, date),
    ...[u32(crc), isLarge(entry) ? u32(ones32, ones32) : u32(compressedSize, size)],
  ])
}

function toVariableFields(entry: ZipEntry, zip64: readonly number[]) {
  const name = Buffer.from(entry.name)
  const extra = zip64.length > 0 ? Buffer.concat([u16(zip64Tag, zip64.length * 8), u64(...zip64)]) : Buffer.alloc(0)
  return { name, extra, lengths: u16(name.length, extra.length) }
}

const u16 = (...values: number[]) => toBytes(2, values)
const u32 = (...values: number[]) => toBytes(4, values)

function u64(...values: number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length)
  for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 8 * index)
  return bytes
}

function toBytes(size: 2 | 4, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(size * values.length)
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, size * index, size)
  return bytes
}
