/** A name as written in an address: lower case, words joined by hyphens, everything else removed. */
export function toSlug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9 -]/g, '')
      .trim()
      .replace(/[ -]+/g, '-') || 'unnamed'
  )
}

/**
 * The slug of a question with this title: lower case, words joined by hyphens, everything else removed, including the
 * title's own hyphens (`break-even` becomes `breakeven`). Empty if the title has no Latin letter and no digit.
 */
export function toQuestionSlug(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\s+/g, ' ')
  return plain
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
    .replace(/ +/g, '-')
}

/** Marks that change what a title asks, as in `R&D`, `1.5`, `1:2` and `A* search`, and marks that a title is about. */
const meaning = /[&%@€£]|(?<=\d)[.:/](?=\d)|(?<=(?<!\p{L})\p{L})\*(?![\p{L}\p{N}*])|(?<=^|\s)[*\\^~_$]+(?=[\s?.!]|$)/u

const dropped = /[^\p{L}\p{N}\p{M}\p{Sm}#]/gu
const droppedUnlessMeant = new RegExp(`(?!${meaning.source})${dropped.source}`, 'gu')

/** A hyphen that is a minus sign, or stands between numbers. */
const minus = /(?<=\d\s?)[-–](?=\s?\d)|(?<=^|[\s(|])[-–](?=\d)/g

/** A quick test that few titles pass. */
const mayMean = /[&%@€£*\\^~_$]|\d\s?[-–.:/]|[-–]\d/

/**
 * Equal for titles that ask the same: ignores case, accents of letters, spaces and punctuation. Marks with a meaning
 * count: C, C++ and C# differ.
 */
export function toTitleIdentity(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return mayMean.test(plain) ? plain.replace(minus, '−').replace(droppedUnlessMeant, '') : plain.replace(dropped, '')
}

/** Whether the name of a file or folder can be a segment of an address. */
export const isSlug = (name: string) => /^[a-z0-9][a-z0-9_-]*$/.test(name)

/**
 * Whether Windows reserves a name for a device, whatever the extension: no file or folder can have it there, so git
 * cannot check it out (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
export const isDeviceName = (name: string) => /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name)
