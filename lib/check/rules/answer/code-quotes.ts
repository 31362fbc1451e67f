import { listFencedCode } from '../../question/fences'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** Languages in which curly quotes and wide spaces may be text. */
const texts =
  /^(?:|text|txt|plain|plaintext|markdown|md|html|xml|svg|tex|latex|bibtex|diff|console|output|log|csv|ya?ml|pseudocode)$/i

/** Languages in which no dash is anything but a mistake. */
const programs =
  /^(?:python|py|javascript|js|jsx|typescript|ts|tsx|java|c|cpp|c\+\+|csharp|cs|go|rust|ruby|rb|php|r|sql|bash|sh|shell|zsh|powershell|ps1|kotlin|swift|matlab|julia|haskell|scala|perl|lua)$/i

const comment = /\/\/|#|--|\/\*|^\s*\*|<!--|;|%/
const straight = /["'`]/
const curly = /[“”„‘’]|[\u00A0\u2002-\u200A\u202F\u3000]/
const dash = /[–—−]/
const plain: Record<string, string> = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'" }

export const rule: Rule = {
  name: 'code-quotes',
  severity: 'error',
  fix: 'writes straight quotation marks, hyphens and plain spaces, outside of strings and comments',
  expects: 'Programs have straight quotation marks, hyphens and plain spaces.',
  why: 'With those of a word processor they do not run: whoever copies them gets an error that nobody sees.',
  wrong: '```python\nprint(“Hello”)\n```',
  right: '```python\nprint("Hello")\n```',

  *findInQuestion(file) {
    const { answer } = file
    for (const program of listFencedCode(answer)) {
      if (!program.isClosed || texts.test(program.language)) continue
      const typed = programs.test(program.language) ? new RegExp(`${curly.source}|${dash.source}`) : curly
      const found = findChanged(file, program.start, program.end, typed)
      const first = found[0]
      if (first === undefined) continue
      const edits = found.map((at) => toPlainEdit(file, at, at + 1, toPlain(answer.markdown, at)))
      const message = `${toMessage(answer.markdown, first)}, or the program does not run.`
      yield { at: answer.toFile(first), message, fix: toAllEdits(edits) }
    }
  },
}

/** What was typed where a word processor wrote something else: of `—help` two hyphens. */
function toPlain(markdown: string, at: number): string {
  const sign = markdown[at] as string
  if (!dash.test(sign)) return plain[sign] ?? ' '
  return sign !== '−' && /^.[a-z]{2}/.test(markdown.slice(at, at + 3)) && !/\S/.test(markdown[at - 1] ?? ' ')
    ? '--'
    : '-'
}

function toMessage(markdown: string, at: number): string {
  const sign = markdown[at] as string
  if (dash.test(sign)) return `${sign} is no hyphen: write ${toPlain(markdown, at)}`
  return plain[sign]
    ? `${sign} is no quotation mark here: write ${plain[sign]}`
    : 'This space does not break: write a plain one'
}

/** What a word processor changed in the lines of a program, before any string or comment; offsets in the Markdown. */
function findChanged({ answer }: QuestionFile, start: number, end: number, changed: RegExp): number[] {
  const found: number[] = []
  let at = start
  for (const [index, line] of answer.markdown.slice(start, end).split('\n').slice(0, -1).entries()) {
    const ends = [line.search(comment), line.search(straight)].filter((column) => column >= 0)
    const limit = index === 0 ? 0 : Math.min(line.length, ...ends)
    for (let column = 0; column < limit; column += 1) if (changed.test(line[column] as string)) found.push(at + column)
    at += line.length + 1
  }
  return found
}
