import { listImages } from '../../library/public-file'
import { isOfOtherSite, toUrlOffset } from '../../question/links'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'image-missing',
  severity: 'error',
  expects: 'The file of an image is in the folder public.',
  why: 'Otherwise readers see a broken image.',
  wrong: '![Heat flow](/images/haet-flow.svg)',
  right: '![Heat flow](/images/heat-flow.svg)',

  *findInQuestion(file) {
    for (const image of file.answer.list('image')) {
      if (image.url.startsWith('/') || isOfOtherSite(image.url)) continue
      const message = `The address of an image begins with a slash: a file in public/images is /images/…. Found ${image.url || 'none'}.`
      yield { at: toUrlOffset(file, image), message }
    }
  },

  *findInLibrary(question, files) {
    for (const { address, at, found } of listImages(question, files)) {
      if (!found) yield { at, message: `There is no file public${address}. Put it there, or correct the address.` }
    }
  },
}
