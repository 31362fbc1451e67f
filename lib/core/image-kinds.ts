/** An image format that browsers show: its media type, its file extensions, the usual one first, and its first bytes. */
export type ImageKind = { name: string; type: string; ends: readonly string[]; begins: RegExp }

/** All formats; `begins` matches a file's bytes read as Latin-1. */
export const imageKinds: readonly ImageKind[] = [
  { name: 'PNG', type: 'image/png', ends: ['png'], begins: /^\x89PNG\r\n/ },
  { name: 'JPEG', type: 'image/jpeg', ends: ['jpg', 'jpeg'], begins: /^\xff\xd8\xff/ },
  { name: 'GIF', type: 'image/gif', ends: ['gif'], begins: /^GIF8[79]a/ },
  { name: 'WebP', type: 'image/webp', ends: ['webp'], begins: /^RIFF[\s\S]{4}WEBP/ },
  { name: 'AVIF', type: 'image/avif', ends: ['avif'], begins: /^[\s\S]{4}ftypavi[fs]/ },
  {
    name: 'SVG',
    type: 'image/svg+xml',
    ends: ['svg'],
    begins: /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i,
  },
]

/** The image format of a file by its extension, in any case. */
export function findKindByName(name: string): ImageKind | undefined {
  const end = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return imageKinds.find(({ ends }) => ends.includes(end))
}
