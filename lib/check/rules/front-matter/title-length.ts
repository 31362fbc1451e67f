import type { Rule } from '../../rule'

/** Search results show about 60; the longest title of 35,915 real ones fits. */
const longest = 200

export const rule: Rule = {
  name: 'title-length',
  severity: 'warning',
  expects: `A title has at most ${longest} characters.`,
  why: 'Search results cut it off after about 60, and nobody reads a question of more than two lines.',
  wrong: 'title: What is heat, which is energy on its way, which flows from … (300 characters)',
  right: 'title: What is heat?',

  *findInQuestion(file) {
    const { length } = [...(file.getText('title') ?? '')]
    if (length <= longest) return
    const message = `The title has ${length} characters; expected at most ${longest}. Ask the question in one sentence, and explain it in the answer.`
    yield { at: file.inField('title', 0), message }
  },
}
