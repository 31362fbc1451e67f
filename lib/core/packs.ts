/** The formats in which `npm run pack` exports a subject as one file, to read offline. */
export const packFormats = {
  epub: { extension: '.epub', name: 'Book (EPUB)', type: 'application/epub+zip' },
  zim: { extension: '.zim', name: 'For Kiwix (ZIM)', type: 'application/octet-stream' },
  anki: { extension: '.apkg', name: 'Deck for Anki', type: 'application/octet-stream' },
  folder: { extension: '.zip', name: 'Plain pages (ZIP)', type: 'application/zip' },
} as const

export type PackFormat = keyof typeof packFormats

/** Where packs are: the folder relative to the project's root, and the path on the site. */
export const packsFolder = 'public/packs'
export const packsPath = '/packs'

const formats = Object.keys(packFormats) as PackFormat[]

/** A subject's packs among those in `sizes`. */
export const listPackFiles = (subject: string, sizes: ReadonlyMap<string, number>) =>
  formats.flatMap((format) => {
    const file = toPackFile(subject, format)
    const bytes = sizes.get(file)
    return bytes === undefined ? [] : [{ format, file, bytes }]
  })

export const toPackFile = (subject: string, format: PackFormat) => `${subject}${packFormats[format].extension}`

/** A pack that a page offers; `size` is human-readable. */
export type SubjectPackFile = { href: string; name: string; size: string }

/** Formats a number of bytes: `19 KB`, `3.8 MB`. */
export function toSize(bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1_000))} KB`
  const megabytes = bytes / 1_000_000
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
