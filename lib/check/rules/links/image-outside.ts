import { isOfOtherSite, toUrlOffset } from '../../question/links'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'image-outside',
  severity: 'warning',
  expects: 'Images are files on this site.',
  why: 'An image on another site would tell that site who reads what, so only its words are shown.',
  wrong: '![Heat flow](https://example.org/heat-flow.png)',
  right: '![Heat flow](/images/heat-flow.png)',

  *findInQuestion(file) {
    for (const image of file.answer.list('image')) {
      if (!isOfOtherSite(image.url)) continue
      const message =
        'An image on another site is not shown, only its words. Put the file into public/images and write /images/….'
      yield { at: toUrlOffset(file, image), message }
    }
  },
}
