import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { alphabets, toFontName } from '@/lib/core/design/picture'

const folder = 'node_modules/@fontsource/literata/files'

/** The fonts for pictures: the site's typeface as WOFF, which next/og can draw, from its package, one file per alphabet. */
export const fonts = alphabets.map((alphabet) => ({
  name: toFontName(alphabet),
  data: readFileSync(path.join(process.cwd(), folder, `literata-${alphabet}-600-normal.woff`)),
  weight: 600 as const,
  style: 'normal' as const,
}))
