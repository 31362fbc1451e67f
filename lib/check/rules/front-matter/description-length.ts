import type { Rule } from '../../rule'

const field = 'seo.page_description'
const shortest = 50
const longest = 160

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
    const characters = [...text]
    const found = `The description has ${characters.length} characters; expected ${shortest} to ${longest}.`
    if (characters.length < shortest) {
      const message = `${found} Say in one or two sentences what the reader will learn.`
      yield { at: file.inField(field, 0), message }
    } else if (characters.length > longest) {
      const start = characters.slice(0, longest).join('').length
      const message = `${found} From here on search results cut it: shorten it by ${characters.length - longest}.`
      yield { at: file.inField(field, start), message }
    }
  },
}
