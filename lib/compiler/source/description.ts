import { toPlainBeginning } from '@/lib/answer/plain-text'
import { iterateSentences } from '@/lib/answer/sentences'
import type { AnswerSource } from '@/lib/core/answer-source'
import { toExcerpt } from '@/lib/core/excerpt'
import { toStem, toWords } from '@/lib/core/words'
import { isStopWord } from '@/lib/search/stop-words'
import { emptyWords } from './empty-words'

/** So much of the beginning of an answer describes it where no sentence does: what search results show of a text. */
const excerptLength = 155
/** So many characters of an answer are looked at, however long it is: few at first, which is enough for most. */
const firstParts = [600, 2_400]
/** Longer sentences are passed over: a list shows what it has whole. */
const longestText = 280
/** A shorter sentence is hardly one. */
const shortestSentence = 50
/** So many words that the title has not must be in what says more than the title. */
const fewestNewWords = 4

/** What is said of a question; `excerpted` where it is of the answer, not of the author. */
export type Description = { text: string; excerpted: boolean }

/**
 * What lists, sidebars, cards, feeds and search engines show of a question: what its author wrote, unless that says no
 * more than that there is a text, or than the title; else the first sentence of the answer that says more.
 */
export function chooseDescription(title: string, written: string, answer: AnswerSource): Description {
  const named = new Set(listTelling(title))
  if (written !== '' && !boilerplate.test(written) && saysMore(listTelling(written), named)) {
    return { text: written, excerpted: false }
  }
  return { text: toExcerptOf(answer, named), excerpted: true }
}

const kindsOfText =
  '(?:content|article|text|document|page|guide|answer|response|section|overview|explanation|exploration|discussion|summary|analysis|examination|outline|comparison|description|introduction|breakdown|review|study|look|list|essay|piece|passage|post|lesson|resource)'

/** Descriptions of a text instead of what it is about. */
const boilerplate = new RegExp(
  [
    `^(?:this (?:\\w+ )?${kindsOfText}|the (?:content|article|page|guide|answer)) (?:\\w+ly )?(?:\\w+s|will|aims|is|has|to)\\b`,
    `^(?:an? )?(?:(?!the )[\\w-]+,? ){0,3}${kindsOfText} (?:of|on|to|about|into|at|for|covering|explaining|discussing|highlighting|detailing|between|from|comparing)\\b`,
    '^(?:explor|discuss|examin|explain|highlight|outlin|describ|detail|analy[sz])(?:e|es|s|ing)? ',
    '^(?:discover|learn about|read about|find out about|dive into|delve into|key considerations) ',
    '^understanding .*,? (?:including|highlighting|focusing|and (?:its|their|how))\\b',
  ].join('|'),
  'i',
)

/** Words with a meaning of their own. */
const listTelling = (text: string) =>
  toWords(text)
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map(toStem)
    .filter((stem) => !emptyWords.has(stem))

/** Whether there are words beyond those that the title names. */
const saysMore = (words: string[], named: ReadonlySet<string>) =>
  new Set(words.filter((stem) => !named.has(stem))).size >= fewestNewWords

/** Sentences that lead to what follows, or speak of the answer. */
const introduction =
  /^(?:here|below|let[’']?s|let us|certainly|sure|of course|to (?:answer|provide|understand|illustrate|explain|describe|differentiate|determine)|in summary|in conclusion|overall|unfortunately|i |i'|the (?:gathered|available|provided|following)|the context of|first,|based on the|if you|please|you can find|for example|for instance|we (?:can|will)|it (?:does not|primarily)|there is (?:a|no) (?:lack|information))/i

/** The beginning of a sentence that speaks of the one before. */
const back =
  /^(?:this|these|those|such|they|it|its|their|he|she|his|her|both|each|however|additionally|moreover|furthermore|also|thus|therefore|hence|consequently|as a result|similarly|conversely|instead|in contrast|in turn|by |specifically|(?:in|to|with|for|at|of) (?:\w+ )?(?:this|these|such))\b/i

/** A sentence that announces a list: that there are several ways, not which. */
const announcement =
  /\b(?:several|various|an? (?:wide |diverse )?(?:variety|range|number) of|multiple|numerous|many|some|the following) (?:[\w-]+,? (?:and )?){0,3}\w+s\b|\b(?:can be|are|is) (?:summarized|outlined|described|understood|categorized|analyzed) (?:as follows|in terms|based|into)|\bmultifaceted\b|\bdistinct (?:ways|purposes|categories)\b|\bdiffers? significantly\b|\b(?:by|of|on) (?:\w+ ){0,5}specific (?:\w+ ){0,2}\w+s\b|\byou need to understand\b|\bunique features\b|\bquite significant\b|\bkey (?:[\w-]+ )?(?:components|elements|features|aspects|differences|concepts)\b/i
const instance = /\b(?:including|include|such as|like|namely|e\.g\.|because|most common)\b/i

const announces = (sentence: string) => announcement.test(sentence) && !instance.test(sentence)

function toExcerptOf(answer: AnswerSource, named: ReadonlySet<string>): string {
  let plain: string | undefined
  for (const length of firstParts) {
    const found = findSentence(iterateSentences(answer, length), named)
    if (found.telling !== undefined) return found.telling
    plain = found.plain
    if (length >= answer.text.length) break
  }
  return plain ?? toExcerpt(toPlainBeginning(answer, excerptLength), excerptLength)
}

/** The first sentence on what the title names that says more than the title, or else the first at all. */
function findSentence(
  paragraphs: Iterable<string[]>,
  named: ReadonlySet<string>,
): { telling?: string; plain?: string | undefined } {
  let plain: string | undefined
  for (const sentences of paragraphs) {
    for (const [index, sentence] of sentences.entries()) {
      if (sentence.length < shortestSentence || introduction.test(sentence)) continue
      const before = sentences[index - 1]
      const text = back.test(sentence) && before !== undefined ? `${before} ${sentence}` : sentence
      if (back.test(text) || introduction.test(text) || text.length > longestText) continue
      const words = listTelling(text)
      if (!words.some((stem) => named.has(stem))) continue
      if (saysMore(words, named) && !announces(text)) return { telling: text }
      plain ??= text
    }
  }
  return { plain }
}
