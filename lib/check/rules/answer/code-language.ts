import { listFencedCode } from '../../question/fences'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'code-language',
  severity: 'warning',
  expects: 'A program between fences names its language; “text” if it has none.',
  why: 'The language colours the program and is shown above it.',
  wrong: '```\nreturn 0;\n```',
  right: '```c\nreturn 0;\n```',

  *findInQuestion({ answer }) {
    for (const { fence, at, language, isClosed } of listFencedCode(answer)) {
      if (language || !isClosed) continue
      const message = `The program names no language. Write it behind the fence, such as ${fence}c, or ${fence}text for none.`
      yield { at, message }
    }
  },
}
