import { readIfThere } from '@/lib/compiler/source/read-file'
import { findActivePart } from '@/lib/core/active-svg'
import { listImages } from '../../library/public-file'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'image-script',
  severity: 'error',
  expects: 'An SVG image has no script, no event handler and nothing from other sites.',
  why: 'Opened by itself, it would run in the reader’s browser, as a page of this site.',
  wrong: '<svg onload="…"><script>…</script></svg>',
  right: '<svg><path d="…"/></svg>',

  *findInLibrary(question, files) {
    for (const { at, found } of listImages(question, files)) {
      const act = found?.file.toLowerCase().endsWith('.svg') ? findActive(found.file) : undefined
      if (!act) continue
      const message = `The image contains “${act}”: an SVG must not run or load anything. Save it as a plain SVG.`
      yield { at, message }
    }
  },
}

const findActive = (file: string) => findActivePart(readIfThere(file)?.toString('utf8') ?? '')
