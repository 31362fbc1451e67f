import type { AnswerSource } from '@/lib/core/answer-source'
import { abbreviation, longestAbbreviation } from './abbreviation'
import { listPlainBlocks } from './plain-text'

/** Left over from a formula or a program that was cut off or could not be read. */
const leftOver = /\\[A-Za-z([]|\$\$|```/

/**
 * The whole sentences in the first `length` characters of an answer as readers see them, paragraph by paragraph, without
 * headings, tables, programs, and labels at the beginning of items.
 */
export function* iterateSentences({ text, breaks }: AnswerSource, length: number): Generator<string[]> {
  const end = text.length > length ? text.lastIndexOf(breaks === 'literal' ? '\\n' : '\n', length) : text.length
  const beginning = text.slice(0, end > 0 ? end : length)
  for (const { text: paragraph, kind } of listPlainBlocks({ text: beginning, breaks })) {
    if (kind === 'prose') yield splitSentences(withoutLabel(paragraph.replace(/\s+/g, ' ').trim())).filter(isWhole)
  }
}

function splitSentences(paragraph: string): string[] {
  const sentences: string[] = []
  for (const piece of paragraph.split(/(?<=[.!?][)\]"”’']{0,2}) (?=["“‘'(]?[\p{Lu}\p{N}])/u)) {
    const last = sentences.at(-1)
    if (last !== undefined && abbreviation.test(last.slice(-longestAbbreviation)))
      sentences[sentences.length - 1] = `${last} ${piece}`
    else sentences.push(piece)
  }
  return sentences
}

/** Drops a label with a colon at the beginning of an item, unless a formula follows: then it is part of the sentence. */
const withoutLabel = (paragraph: string) =>
  paragraph.replace(/^(?:[^.!?:]|(?<=\p{Lu})\.){1,80}: (?=["“‘'(]?(?:\p{Lu}|\p{N}+ \p{Ll}))(?!\S+ [=+→⇌≈≤≥])/u, '')

const isWhole = (sentence: string) =>
  /^["“‘'(]?[\p{Lu}\p{N}]/u.test(sentence) &&
  /[.!?][)\]"”’']{0,2}$/.test(sentence.slice(-3)) &&
  !leftOver.test(sentence)
