import { listFencedCode } from '../../question/fences'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** Languages in which curly quotes and wide spaces may be text. */
const texts =
  /^(?:|text|txt|plain|plaintext|markdown|md|html|xml|svg|tex|latex|bibtex|diff|console|output|log|csv|ya?ml|pseudocode)$/i

const comment = /\/\/|#|--|\/\*|^\s*\*|<!--|;|%/
const straight = /["'`]/
const curly = /[“”„‘’]|[\u00A0\u2002-\u200A\u202F\u3000]/
const plain: Record<string, string> = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'" }

export const rule: Rule = {
  name: 'code-quotes',
  severity: 'error',
  fix: 'writes straight quotation marks and plain spaces, outside of strings and comments',
  expects: 'Programs have straight quotation marks and plain spaces.',
  why: 'With those of a word processor they do not run: whoever copies them gets an error that nobody sees.',
  wrong: '```python\nprint(“Hello”)\n```',
  right: '```python\nprint("Hello")\n```',

  *findInQuestion(file) {
    const { answer } = file
    for (const program of listFencedCode(answer)) {
      if (!program.isClosed || texts.test(program.language)) continue
      const found = findCurly(file, program.start, program.end)
      const first = found[0]
      if (first === undefined) continue
      const edits = found.map((at) => toPlainEdit(file, at, at + 1, plain[answer.markdown[at] as string] ?? ' '))
      const sign = answer.markdown[first] as string
      const what = plain[sign]
        ? `${sign} is no quotation mark here: write ${plain[sign]}`
        : 'This space does not break: write a plain one'
      yield { at: answer.toFile(first), message: `${what}, or the program does not run.`, fix: toAllEdits(edits) }
    }
  },
}

/** What a word processor changed in the lines of a program, before any string or comment; offsets in the Markdown. */
function findCurly({ answer }: QuestionFile, start: number, end: number): number[] {
  const found: number[] = []
  let at = start
  for (const [index, line] of answer.markdown.slice(start, end).split('\n').slice(0, -1).entries()) {
    const ends = [line.search(comment), line.search(straight)].filter((column) => column >= 0)
    const limit = index === 0 ? 0 : Math.min(line.length, ...ends)
    for (let column = 0; column < limit; column += 1) if (curly.test(line[column] as string)) found.push(at + column)
    at += line.length + 1
  }
  return found
}
