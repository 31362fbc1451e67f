import type { Rule } from '../../rule'

/** The name of a file, or what cameras and programs call their pictures. */
const isName =
  /^(?:.{0,100}\.(?:png|jpe?g|gif|webp|avif|svg|hei[cf]|tiff?|bmp)|(?:IMG|DSC|DSCN|PXL|MVIMG)[_-]?\d{3,}\w*|(?:image|img|picture|photo|figure|diagram|untitled|alt text|alt)[ _-]?\d*|screen ?shot[ _-]?[\d _.-]*(?:at[\d _.-]*)?)$/i

export const rule: Rule = {
  name: 'image-alt',
  severity: 'error',
  expects: 'An image has words that say what it shows.',
  why: 'They are what a screen reader reads, and what readers see until the image has loaded.',
  wrong: '![](/images/heat-flow.svg)',
  right: '![Heat flows from the warm plate to the cold one](/images/heat-flow.svg)',

  *findInQuestion({ answer }) {
    for (const image of answer.list('image')) {
      if (isName.test(image.alt?.trim() ?? '')) {
        const message = 'The words of this image are the name of a file. Say what it shows.'
        yield { at: answer.toFile((image.position?.start.offset ?? 0) + 2), message }
      }
      if (image.alt?.trim()) continue
      const message =
        'This image has no words for those who cannot see it. Say between the square brackets what it shows.'
      yield { at: answer.startOf(image), message }
    }
  },
}
