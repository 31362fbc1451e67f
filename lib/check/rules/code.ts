import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

/** Programs without an end or a language, and backticks without a partner. */
export function* checkCode({ answer }: QuestionFile): Generator<Mistake> {
  for (const program of answer.list('code')) {
    const source = answer.markdown.slice(program.position?.start.offset, program.position?.end.offset)
    const fence = /^[`~]+/.exec(source)?.[0] ?? ''
    const at = answer.startOf(program)
    if (!isClosed(source, fence)) {
      const message = `A program begins here and does not end. Write ${fence} on a line of its own after it.`
      yield { at, rule: 'unclosed-fence', message }
    } else if (!program.lang) {
      const message = `The program names no language. Write it behind the fence, such as ${fence}c, or ${fence}text for none.`
      yield { at, rule: 'code-language', message }
    }
  }
  for (const { index, 0: marks } of answer.prose.matchAll(/(?<![\\`])`+/g)) {
    const message = `${marks} has no partner in this paragraph, so readers see it. Write another one where the code ends.`
    yield { at: answer.toFile(index), rule: 'unclosed-code', message }
  }
}

function isClosed(source: string, fence: string): boolean {
  const lines = source.split('\n')
  const last =
    lines
      .at(-1)
      ?.replace(/^[\s>]*/, '')
      .trimEnd() ?? ''
  return lines.length > 1 && last.length >= fence.length && last === (fence[0] ?? '').repeat(last.length)
}
