import { listImages } from '../../library/public-file'
import type { Rule } from '../../rule'

/** A phone on a slow line (1.6 Mbit/s) takes a second and a half for this. In bytes. */
const largest = 300 * 1024

export const rule: Rule = {
  name: 'image-size',
  severity: 'warning',
  expects: 'An image is at most 300 KiB.',
  why: 'Students read on phones and slow connections.',
  wrong: '![Heat flow](/images/photo.png)        (2.4 MiB)',
  right: '![Heat flow](/images/photo.webp)       (120 KiB)',

  *findInLibrary(question, files) {
    for (const { at, found } of listImages(question, files)) {
      if (!found || found.size <= largest) continue
      const size = Math.round(found.size / 1024)
      const message = `The image is ${size} KiB; expected at most ${largest / 1024}. Make it smaller, or save it as WebP.`
      yield { at, message }
    }
  },
}
