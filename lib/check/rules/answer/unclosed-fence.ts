import { listFencedCode } from '../../question/fences'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'unclosed-fence',
  severity: 'error',
  expects: 'A program that begins with a fence (```) also ends with one.',
  why: 'Otherwise the rest of the answer is shown as a program.',
  wrong: '```c\nreturn 0;\n\nThe program ends.',
  right: '```c\nreturn 0;\n```\n\nThe program ends.',

  *findInQuestion({ answer }) {
    for (const { fence, at, isClosed } of listFencedCode(answer)) {
      if (isClosed) continue
      yield { at, message: `A program begins here and does not end. Write ${fence} on a line of its own after it.` }
    }
  },
}
