import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'image-alt',
  severity: 'error',
  expects: 'An image has words that say what it shows.',
  why: 'They are what a screen reader reads, and what stands there until the image has come.',
  wrong: '![](/images/heat-flow.svg)',
  right: '![Heat flows from the warm plate to the cold one](/images/heat-flow.svg)',

  *findInQuestion({ answer }) {
    for (const image of answer.list('image')) {
      if (image.alt?.trim()) continue
      const message =
        'This image has no words for those who cannot see it. Say between the square brackets what it shows.'
      yield { at: answer.startOf(image), message }
    }
  },
}
