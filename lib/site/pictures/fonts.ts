import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { alphabets, toFontName } from '@/lib/core/design/picture'

const folder = 'node_modules/@fontsource/literata/files'

/**
 * The fonts of pictures: the site's typeface in a form that can be drawn, from its package on this machine, one file
 * for each alphabet. Read once.
 */
export const fonts = alphabets.map((alphabet) => ({
  name: toFontName(alphabet),
  data: readFileSync(path.join(process.cwd(), folder, `literata-${alphabet}-600-normal.woff`)),
  weight: 600 as const,
  style: 'normal' as const,
}))
