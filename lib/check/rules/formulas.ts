import { renderTex } from '@/lib/answer/tex'
import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

/** Formulas that KaTeX refuses, and what begins like a formula and never ends. */
export function* checkFormulas(file: QuestionFile): Generator<Mistake> {
  yield* checkTex(file)
  yield* checkUnclosed(file)
}

export function* checkTex({ answer }: QuestionFile): Generator<Mistake> {
  for (const segment of answer.segments) {
    if (segment.kind !== 'math') continue
    const rendered = renderTex(segment.formula)
    if ('html' in rendered) continue
    const { tex } = segment.formula
    const shown = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex
    const message = `This formula does not compile: ${rendered.error.message}. It reads ${shown.replaceAll('\n', ' ')}`
    yield { at: answer.toFileInFormula(segment.formula, rendered.error.position), rule: 'tex', message }
  }
}

/** What can only be the beginning of a formula: a single dollar sign only before a variable or command with TeX after it. */
const openings: [begins: RegExp, expected: string][] = [
  [/(?<![$\\])\$\$(?!\$)/g, '$$'],
  [/(?<!\\)\\\((?=[^\n]*[\\^_=])/g, '\\)'],
  [/(?<!\\)\\\[(?=\s*(?:$|[^\n\]]*[\\^_=]))/gm, '\\]'],
  [/\\begin\{[a-z*]+\}/g, '\\end{…}'],
  [/(?<![$\\\w])\$(?=\\[A-Za-z]|[A-Za-z][^$\n]{0,60}?(?:\\[A-Za-z]{2}|\^|_\{))/g, '$'],
]

function* checkUnclosed({ answer }: QuestionFile): Generator<Mistake> {
  for (const [begins, end] of openings) {
    for (const { index, 0: found } of answer.prose.matchAll(begins)) {
      const message = `A formula begins here with ${found} and does not end. Write ${end} after it.`
      yield { at: answer.toFile(index), rule: 'unclosed-formula', message }
    }
  }
}
