import { findLanguage } from '@/lib/answer/languages'
import { findDashes } from '../../program/dashes'
import { findLiterals } from '../../program/literals'
import { type Fault, scanProgram } from '../../program/scan-program'
import { withoutOutput } from '../../program/without-output'
import { type FencedCode, listFencedCode } from '../../question/fences'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** Languages whose programs are what a terminal showed. */
const terminals = /^(?:console|terminal)$/i

/** Languages in which words need no quotation marks, so `don’t` is a word. */
const shells = /^(?:shellscript|fish|docker|make)$/

/** Longer programs are not checked: finding their strings may take time quadratic in their length. */
const longestChecked = 10_000

/** Every mistake contains one of these. */
const changed = /[“”„‘’–—−\u00A0\u2002-\u200A\u202F\u3000]/

export const rule: Rule = {
  name: 'code-quotes',
  severity: 'error',
  fix: 'writes straight quotation marks, hyphens and plain spaces, outside strings and comments, if that closes every string',
  expects: 'Programs have straight quotation marks, hyphens and plain spaces; their strings and comments may have any.',
  why: 'Most programs do not run with those of a word processor: readers who copy one get an error whose cause they cannot see.',
  wrong: '```python\nprint(“Hello”)\n```',
  right: '```python\nprint("Hello")\n```',

  *findInQuestion(file) {
    const { answer } = file
    for (const program of listFencedCode(answer)) {
      if (!program.isClosed || !changed.test(answer.markdown.slice(program.start, program.end))) continue
      const { faults, isSure } = findFaults(toText(file, program), program.language)
      const first = faults[0]
      if (!first) continue
      const edits = faults.map(({ at, by = '' }) => {
        const start = program.start + at
        return toPlainEdit(file, start, start + 1, by)
      })
      const message = toMessage(answer.markdown[program.start + first.at] as string, first.by)
      yield { at: answer.toFile(program.start + first.at), message, ...(isSure && { fix: toAllEdits(edits) }) }
    }
  },
}

/** The lines of a program, with blanks for its fences and for the marks of a quote around it. */
function toText({ answer }: QuestionFile, { start, end }: FencedCode): string {
  const lines = answer.markdown.slice(start, end).split('\n')
  const isQuoted = lines.slice(1).every((line) => /^[ \t]*>/.test(line))
  return lines
    .map((line, index) => {
      if (index === 0 || index === lines.length - 1) return ' '.repeat(line.length)
      return isQuoted ? line.replace(/^[\s>]*>/, (marks) => ' '.repeat(marks.length)) : line
    })
    .join('\n')
}

/** What is wrong in a program, and whether the fix is certain: with it, every string is closed. */
function findFaults(text: string, name: string): { faults: Fault[]; isSure: boolean } {
  const id = findLanguage(name)?.id ?? ''
  const literals = terminals.test(name) || text.length > longestChecked ? undefined : findLiterals(id)
  if (!literals) return { faults: [], isSure: false }
  const program = withoutOutput(text, id)
  const isText = ({ at }: Fault) => shells.test(id) && /^\p{L}’\p{L}$/u.test(program.slice(at - 1, at + 2))
  const faults = scanProgram(program, literals, findDashes(id)).faults.filter((fault) => !isText(fault))
  if (faults.some(({ by }) => by === undefined)) return { faults, isSure: false }
  const fixed = scanProgram(replaceAll(program, faults), literals, findDashes(id))
  return { faults, isSure: fixed.isWhole && fixed.faults.length === 0 }
}

function replaceAll(text: string, faults: readonly Fault[]): string {
  let [replaced, end] = ['', 0]
  for (const { at, by = '' } of faults) {
    replaced += text.slice(end, at) + by
    end = at + 1
  }
  return replaced + text.slice(end)
}

const straight: Record<string, string> = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'" }

function toMessage(sign: string, by: string | undefined): string {
  if (/[–—−]/.test(sign)) return `${sign} is not a hyphen: write ${by ?? 'the - or -- that was meant'}.`
  return straight[sign]
    ? `${sign} is not a quotation mark in a program: write ${straight[sign]}.`
    : 'This is a no-break space, which most languages do not accept as a space: write a plain one.'
}
