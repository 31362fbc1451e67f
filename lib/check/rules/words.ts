import { isCommandInText } from '@/lib/answer/tex-commands'
import { isBlank } from '@/lib/compiler/source/read-question'
import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'
import { findPlaceholders } from './placeholder'

const fewestWords = 20

/** Words that no sentence needs twice in a row. */
const doubled =
  /(?<![\p{L}\p{N}'’-])(the|a|an|of|to|and|or|for|with|from|at|by|are|were|was|be|this|these|their|its|we|they)(\s+)\1(?![\p{L}\p{N}'’-])/giu

/** What is wrong with the words of an answer. */
export function* checkWords(file: QuestionFile): Generator<Mistake> {
  const { answer, frontMatter } = file
  if (!isBlank(file.getText('answer') ?? '') && !isBlank(frontMatter.body)) {
    const message = 'This text is never shown, because the field “answer” has one too. Keep one of the two.'
    yield { at: frontMatter.bodyStart + frontMatter.body.search(/\S/), rule: 'answer-twice', message }
  }
  const words = answer.markdown.match(/\S+/g)?.length ?? 0
  if (words < fewestWords) {
    const start = answer.markdown.search(/\S/)
    const count = words === 1 ? 'one word' : `${words} words`
    const message = `The answer has ${count}; expected at least ${fewestWords}. Explain it, so that it helps who did not know.`
    yield { at: answer.toFile(start), rule: 'answer-short', message }
  }
  for (const { index, message } of findPlaceholders(answer.prose)) {
    yield { at: answer.toFile(index), rule: 'placeholder', message }
  }
  yield* checkDoubledWords(file)
  if (answer.source.breaks === 'real') yield* checkLiteralBreaks(file)
}

function* checkDoubledWords({ answer, text }: QuestionFile): Generator<Mistake> {
  for (const { index, 0: both, 1: word = '', 2: space = '' } of answer.prose.matchAll(doubled)) {
    const second = index + word.length + space.length
    // An article and a name (“A a”, The The) begin with a capital letter.
    if (/\n\s*\n/.test(space) || both.startsWith('A') || /\p{Lu}/u.test(answer.prose[second] ?? '')) continue
    const start = answer.toFile(index + word.length)
    const end = answer.toFile(index + both.length)
    const message = `“${word}” stands twice in a row. Remove one.`
    const plain = text.slice(start, end) === both.slice(word.length) && !space.includes('\n')
    yield { at: answer.toFile(second), rule: 'double-word', message, ...(plain && { fix: [{ start, end, text: '' }] }) }
  }
}

function* checkLiteralBreaks({ answer, text, frontMatter }: QuestionFile): Generator<Mistake> {
  const { prose } = answer
  for (const { index, 0: found } of prose.matchAll(/(?<!\\)(?:\\n)+/g)) {
    const wordBefore = /\S*$/.exec(prose.slice(Math.max(0, index - 200), index))?.[0] ?? ''
    // A path of Windows (C:\new), or a TeX command that somebody left without delimiters.
    if (/^[A-Za-z]:|\\/.test(wordBefore) || isCommandInText(prose, index + found.length - 2)) continue
    const start = answer.toFile(index)
    const message =
      'The two characters \\n are shown as they are: only the field “answer” decodes them. Make a line break.'
    const inBody = start >= frontMatter.bodyStart && text.startsWith(found, start)
    const fix = [{ start, end: start + found.length, text: found.replaceAll('\\n', '\n') }]
    yield { at: start, rule: 'literal-break', message, ...(inBody && { fix }) }
  }
}
