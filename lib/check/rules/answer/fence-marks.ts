import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

const fence = /(?<=^|\n|\0)[ \t]*('''|´´´|‘‘‘|’’’|"""|“““|‘’‘)([a-z+#]{0,20})[ \t]*(?=\n|$|\0)/gi

/** The beginning of a program, as opposed to a title or attributes. */
const program =
  /^(?:[\w.]+\(|#include|(?:import|from|def|class|for|if|const|let|var|int|void|function|public|echo|print|return|SELECT|npm|pip|git|sudo|cd)[ \t]|[\w.[\]]+[ \t]+[-+*/]?=[ \t]|\$[ \t])/

export const rule: Rule = {
  name: 'fence-marks',
  severity: 'error',
  fix: 'writes backticks',
  expects: 'A program is between lines of three backticks (```).',
  why: 'Other marks are text: readers see the program as a paragraph.',
  wrong: "'''python\nprint(1)\n'''",
  right: '```python\nprint(1)\n```',

  *findInQuestion(file) {
    const { answer } = file
    yield* findAfterFence(answer)
    yield* findPrompts(answer)
    const lines = [...answer.prose.matchAll(fence)].filter(({ index, 0: line }) =>
      /^\n?$/.test(answer.markdown.slice(index + line.length, index + line.length + 1)),
    )
    for (let at = 0; at + 1 < lines.length; at += 2) {
      const [open, close] = [lines[at], lines[at + 1]]
      if (!open || !close || open[1] !== close[1] || close[2] !== '') return
      const edits = [open, close].map(({ index, 0: line, 1: marks = '' }) => {
        const start = index + line.indexOf(marks)
        return toPlainEdit(file, start, start + marks.length, '```')
      })
      const message = `${open[1]} does not begin a program. Write \`\`\` here, and where the program ends.`
      yield { at: answer.toFile(open.index + open[0].search(/\S/)), message, fix: toAllEdits(edits) }
    }
  },
}

/** Programs that begin on the line of their fence, where only the name of a language is read. */
function* findAfterFence(answer: AnswerText): Generator<Match> {
  for (const { lang, meta, value, position } of answer.list('code')) {
    const start = position?.start.offset ?? 0
    const lost = [lang, meta].find((part) => part && program.test(part))
    if (!lost || (lost === lang && value !== '')) continue
    const line = answer.markdown.slice(start).split('\n', 1)[0] ?? ''
    const message = `Readers do not see ${lost}: only the name of a language may follow a fence. Begin the program on the next line.`
    yield { at: answer.toFile(start + line.indexOf(lost)), message }
  }
}

/** The prompt of a Python console makes three nested quotes. */
function* findPrompts(answer: AnswerText): Generator<Match> {
  let end = 0
  for (const { position } of answer.list('blockquote')) {
    const start = position?.start.offset ?? 0
    const typed = /^>>> (.*)/.exec(answer.markdown.slice(start, position?.end.offset))?.[1]
    if (start < end || !typed || !program.test(typed)) continue
    end = position?.end.offset ?? 0
    const message = '>>> makes quotes inside quotes. Put the program between two lines of ```.'
    yield { at: answer.toFile(start), message }
  }
}
