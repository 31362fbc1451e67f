import { dialects } from '../../question/dialects'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'dialect',
  severity: 'warning',
  fix: 'removes {#id} and {.class} after a heading',
  expects: 'Answers are GitHub Flavored Markdown, without the syntax of other programs.',
  why: 'Readers would see the marks: {% … %}, {{< … >}}, :smile:, {#id}, !!! note, ::: tip, ==words==, %% … %%.',
  wrong: '## Causes {#causes}\n\n{{< youtube abc >}}',
  right: '## Causes\n\nSee [the film](https://www.youtube.com/watch?v=abc).',

  *findInQuestion({ answer, text }) {
    const possible = dialects.filter(({ signs }) => signs.some((sign) => answer.prose.includes(sign)))
    if (possible.length === 0) return
    const headings = new Set(answer.list('heading').map(({ position }) => position?.start.offset))
    for (const { text: block, start: blockStart } of answer.blocks) {
      for (const { mark, of, write } of possible) {
        for (const { index, 0: found } of block.matchAll(mark)) {
          const before = block.slice(0, index).match(/[ \t]*$/)?.[0] ?? ''
          const start = answer.toFile(blockStart + index - before.length)
          const isAttribute = /^\{:? ?[#.]/.test(found) && headings.has(blockStart)
          const isPlain = isAttribute && text.startsWith(before + found, start)
          yield {
            at: answer.toFile(blockStart + index),
            message: `${found.trim()} is written for ${of}; here readers see it as it is. ${write}`,
            fix: isPlain ? [{ start, end: start + before.length + found.length, text: '' }] : undefined,
          }
        }
      }
    }
  },
}
