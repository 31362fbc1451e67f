import { isBlank } from '@/lib/compiler/source/read-question'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'answer-twice',
  severity: 'error',
  expects: 'The answer is in one place: in the field “answer”, or below the front matter.',
  why: 'If both have one, only the field is shown, and never the text below.',
  wrong: 'answer: Heat is energy.\n---\n\nHeat is energy on its way from warm to cold.',
  right: '---\n\nHeat is energy on its way from warm to cold.',

  *findInQuestion(file) {
    const { body, bodyStart } = file.frontMatter
    if (isBlank(file.getText('answer') ?? '') || isBlank(body)) return
    const message = 'This text is never shown, because the field “answer” has one too. Keep one of the two.'
    yield { at: bodyStart + body.search(/\S/), message }
  },
}
