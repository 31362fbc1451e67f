import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { alphabets, toFontName } from './drawable'

const folder = 'node_modules/@fontsource/source-serif-4/files'

/** The fonts of pictures, from their package on this machine; each alphabet has a file of its own. Read once. */
export const fonts = alphabets.map((alphabet) => ({
  name: toFontName(alphabet),
  data: readFileSync(path.join(process.cwd(), folder, `source-serif-4-${alphabet}-600-normal.woff`)),
  weight: 600 as const,
  style: 'normal' as const,
}))
