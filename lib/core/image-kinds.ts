/** A kind of image that browsers show: its media type, the ends of its names, the usual one first, and how its files begin. */
export type ImageKind = { name: string; type: string; ends: readonly string[]; begins: RegExp }

/** All of them. Files are compared as Latin-1. */
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

/** The kind of image that the end of a name says, in whatever case. */
export function findKindByName(name: string): ImageKind | undefined {
  const end = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return imageKinds.find(({ ends }) => ends.includes(end))
}
