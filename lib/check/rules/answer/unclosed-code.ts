import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'unclosed-code',
  severity: 'warning',
  expects: 'A piece of code between backticks also ends, in the same paragraph.',
  why: 'Otherwise readers see the backtick.',
  wrong: 'Call `malloc for memory.',
  right: 'Call `malloc` for memory.',

  *findInQuestion({ answer }) {
    for (const { index, 0: marks } of answer.prose.matchAll(/(?<![\\`])`+/g)) {
      const message = `${marks} has no partner in this paragraph, so readers see it. Write another one where the code ends.`
      yield { at: answer.toFile(index), message }
    }
  },
}
