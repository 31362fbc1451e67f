import { closest, distance } from 'fastest-levenshtein'
import { calloutNames } from '@/lib/answer/callouts'
import type { AnswerText } from '../../question/answer-text'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** Almost the marker of a callout: with a space inside, or with its brackets escaped. */
const broken = /^(?:\[ ?! ?(\p{L}+) ?\]|\\\[!(\p{L}+)\\?\])/u
const marker = /^\[!(\p{L}[\p{L} _-]{0,39})\][-+]?[ \t]*/u

export const rule: Rule = {
  name: 'callout',
  severity: 'warning',
  fix: 'moves a sentence after [!NOTE] to a line of its own',
  expects: 'A callout is a quote that begins with [!NOTE], or another known word, and continues on the next line.',
  why: 'Text on the same line is its title, and a callout with only a title is empty; an unknown word makes it a note.',
  wrong: '> [!NOTE] Water expands when it freezes.',
  right: '> [!NOTE]\n> Water expands when it freezes.',

  *findInQuestion(file) {
    const { answer } = file
    const quoted = new Set<number>()
    for (const { children } of answer.list('blockquote')) {
      const [first, ...others] = children
      if (first?.type !== 'paragraph') continue
      const start = first.position?.start.offset ?? 0
      const text = answer.markdown.slice(start, first.position?.end.offset)
      quoted.add(start)
      const [mark, word = ''] = marker.exec(text) ?? []
      if (mark === undefined) {
        const name = broken.exec(text)?.slice(1).join('').toUpperCase()
        if (name && calloutNames.includes(name.toLowerCase()))
          yield {
            at: answer.toFile(start),
            message: `This is not a callout yet: write [!${name}], without spaces or backslashes.`,
          }
        continue
      }
      const message = toUnknownWord(word)
      if (message) yield { at: answer.toFile(start), message }
      if (others.length === 0) yield* findTitleAlone(file, start, mark, text.slice(mark.length))
    }
    yield* findWithoutQuote(answer, quoted)
  },
}

function* findTitleAlone(file: QuestionFile, start: number, mark: string, title: string) {
  if (title.includes('\n') || !/\s.*[.!?]["”’)]?$/.test(title)) return
  const { markdown } = file.answer
  const prefix = markdown.slice(markdown.lastIndexOf('\n', start) + 1, start)
  const edit = toPlainEdit(file, start + mark.trimEnd().length, start + mark.length, `\n${prefix}`)
  const message =
    'This sentence is the title of the callout, which has no text. Move it to the next line, with > before it.'
  yield { at: file.answer.toFile(start), message, fix: /^[> ]+$/.test(prefix) ? toAllEdits([edit]) : undefined }
}

function* findWithoutQuote(answer: AnswerText, quoted: ReadonlySet<number>) {
  for (const { position } of answer.list('paragraph')) {
    const start = position?.start.offset ?? 0
    const word = quoted.has(start) ? undefined : marker.exec(answer.markdown.slice(start, start + 50))?.[1]
    if (!word || !calloutNames.includes(word.toLowerCase())) continue
    yield { at: answer.toFile(start), message: 'A callout is a quote: write > and a space before each of its lines.' }
  }
}

/** The message for a word that is almost the name of a callout. */
function toUnknownWord(word: string): string | undefined {
  const name = word.trim().toLowerCase()
  const nearest = closest(name, [...calloutNames])
  if (calloutNames.includes(name) || distance(name, nearest) > 2) return undefined
  return `There is no callout [!${word}], so this is a note. Did you mean [!${nearest.toUpperCase()}]?`
}
