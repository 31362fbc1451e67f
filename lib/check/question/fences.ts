import { readFenceInfo } from '@/lib/answer/fence-info'
import type { AnswerText } from './answer-text'

/** A fenced code block; `at` is its offset in the file, `start` and `end` are those in the Markdown. */
export type FencedCode = {
  fence: string
  at: number
  start: number
  end: number
  language: string
  isClosed: boolean
}

/** The fenced code blocks of an answer. */
export const listFencedCode = (answer: AnswerText): FencedCode[] =>
  answer.list('code').flatMap((program) => {
    const source = answer.markdown.slice(program.position?.start.offset, program.position?.end.offset)
    const fence = /^[`~]+/.exec(source)?.[0]
    if (!fence) return []
    const at = answer.startOf(program)
    return [
      {
        fence,
        at,
        start: program.position?.start.offset ?? 0,
        end: program.position?.end.offset ?? 0,
        language: readFenceInfo(`${program.lang ?? ''} ${program.meta ?? ''}`).language,
        isClosed: isClosed(source, fence),
      },
    ]
  })

function isClosed(source: string, fence: string): boolean {
  const lines = source.split('\n')
  const last =
    lines
      .at(-1)
      ?.replace(/^[\s>]*/, '')
      .trimEnd() ?? ''
  return lines.length > 1 && last.length >= fence.length && last === (fence[0] ?? '').repeat(last.length)
}
