import { toPlainLine } from '@/lib/answer/title'
import { countCharacters, descriptionLength, shortestDescription } from '@/lib/core/search-listing'
import type { Rule } from '../../rule'

const field = 'seo.page_description'
const shortest = shortestDescription
const longest = descriptionLength

export const rule: Rule = {
  name: 'description-length',
  severity: 'notice',
  expects: '“seo.page_description” has 50 to 160 characters.',
  why: 'Search engines cut longer ones in mid-sentence and replace shorter ones with something from the page.',
  wrong: 'seo:\n  page_description: About heat.',
  right: 'seo:\n  page_description: Heat is energy on its way from warm to cold. See how it differs from temperature.',

  *findInQuestion(file) {
    const text = file.getText(field)
    if (!text) return
    // Markdown's marks for emphasis and code are not shown.
    const shown = toPlainLine(text)
    const length = countCharacters(shown)
    const found = `The description has ${length} characters; expected ${shortest} to ${longest}.`
    if (length < shortest) {
      const message = `${found} Say in one or two sentences what the reader will learn.`
      yield { at: file.inField(field, 0), message }
    } else if (length > longest) {
      const start = [...text].slice(0, longest).join('').length
      const message = `${found} Search results cut it off here: shorten it by ${length - longest}.`
      yield { at: file.inField(field, start), message }
    }
  },
}
