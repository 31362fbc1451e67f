import { listFencedCode } from '../../question/fences'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** Languages in which curly quotes and wide spaces may be text. */
const texts =
  /^(?:|text|txt|plain|plaintext|markdown|md|html|xml|svg|tex|latex|bibtex|diff|console|output|log|csv|ya?ml|pseudocode)$/i

/** Languages in which a dash outside of texts is a mistake, and shells, in which one before an option is. */
const programs =
  /^(?:python|py|java|c|cpp|c\+\+|csharp|cs|go|rust|ruby|rb|r|sql|kotlin|swift|matlab|haskell|scala|perl|lua)$/i
const shells = /^(?:bash|sh|shell|zsh|powershell|ps1)$/i
const dash = /[–—−]/
const optionDash = /(?<=\s)[–—](?=[a-z])/i

/** What begins a text of several lines, in which dashes may be. */
const longText = /"""|'''|\/\*|<<|=begin|\{-|\[\[/

const comment = /\/\/|#|--|\/\*|^\s*\*|<!--|;|%/
const straight = /["'`]/
const curly = /[“”„‘’]|[\u00A0\u2002-\u200A\u202F\u3000]/
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
      const found = findChanged(file, program, toChanged(answer.markdown, program))
      const first = found[0]
      if (first === undefined) continue
      const edits = found.map((at) => toPlainEdit(file, at, at + 1, toPlain(answer.markdown, at)))
      const message = `${toMessage(answer.markdown, first)}, or the program does not run.`
      yield { at: answer.toFile(first), message, fix: toAllEdits(edits) }
    }
  },
}

type Program = { language: string; start: number; end: number }

/** What a word processor may have changed in a program. */
function toChanged(markdown: string, { language, start, end }: Program): RegExp {
  const mayHaveLongText = longText.test(markdown.slice(start, end))
  const dashes = shells.test(language) ? optionDash : programs.test(language) ? dash : undefined
  return new RegExp(dashes && !mayHaveLongText ? `${curly.source}|${dashes.source}` : curly.source, 'giu')
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
function findChanged({ answer }: QuestionFile, { start, end }: Program, changed: RegExp): number[] {
  const found: number[] = []
  let at = start
  for (const [index, line] of answer.markdown.slice(start, end).split('\n').slice(0, -1).entries()) {
    const ends = [line.search(comment), line.search(straight)].filter((column) => column >= 0)
    const limit = index === 0 ? 0 : Math.min(line.length, ...ends)
    for (const match of line.matchAll(changed)) if (match.index < limit) found.push(at + match.index)
    at += line.length + 1
  }
  return found
}
