import { readFileSync } from 'node:fs'
import type { Problem } from '@/lib/core/finding'
import type { Facts } from '../facts'
import type { Library } from '../library'
import { findPublicFile } from './public-file'

/** A phone on a slow line (1.6 Mbit/s) takes a second and a half for this. In bytes. */
const largestImage = 300 * 1024

/** What makes an SVG more than a picture: scripts, handlers, pages within it, entities, and things of other sites. */
const active =
  /<script|<foreignObject|<iframe|<!ENTITY|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//i

/** Images of this site, held against the files that are there. */
export function* checkImages({ images }: Facts, library: Library): Generator<Problem> {
  for (const { text, line, column } of images) {
    const found = findPublicFile(library.publicDir, text)
    if (!found) {
      const message = `There is no file public${text}. Put it there, or correct the address.`
      yield { line, column, rule: 'image-missing', message }
      continue
    }
    if (found.size > largestImage) {
      const size = Math.round(found.size / 1024)
      const message = `The image has ${size} KiB; expected at most ${largestImage / 1024}. Make it smaller, or save it as WebP.`
      yield { line, column, rule: 'image-size', message }
    }
    const act = found.file.toLowerCase().endsWith('.svg') ? findActive(found.file) : undefined
    if (act) {
      const message = `The image holds “${act}”: an SVG must not do anything or load anything. Save it as a plain SVG.`
      yield { line, column, rule: 'image-script', message }
    }
  }
}

const findActive = (file: string) => active.exec(readFileSync(file, 'utf8'))?.[0].trim()
