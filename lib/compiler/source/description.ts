import { toPlainBeginning } from '@/lib/answer/plain-text'
import { iterateSentences } from '@/lib/answer/sentences'
import type { AnswerSource } from '@/lib/core/answer-source'
import { toExcerpt } from '@/lib/core/excerpt'
import { toStem, toWords } from '@/lib/core/words'
import { isStopWord } from '@/lib/search/stop-words'
import { emptyWords } from './empty-words'

/** The length of the excerpt if no sentence is suitable: what search results show of a text. In characters. */
const excerptLength = 155
/** How many characters of an answer are searched for a sentence: few at first, which is enough for most answers. */
const firstParts = [600, 2_400]
/** Longer sentences are skipped, because lists show a description in full. */
const longestText = 280
/** Anything shorter is hardly a sentence. */
const shortestSentence = 50
/** How many words that are not in the title a description must have. */
const minNewWords = 4

/** A question's description; `excerpted` if it is from the answer, not written by the author. */
export type Description = { text: string; excerpted: boolean }

/**
 * The description that lists, sidebars, cards, feeds and search engines show: the author's, unless it is boilerplate or
 * says no more than the title; else the first sentence of the answer that says more.
 */
export function chooseDescription(title: string, written: string, answer: AnswerSource): Description {
  const named = new Set(toMeaningfulStems(title))
  if (written !== '' && !boilerplate.test(written) && saysMore(toMeaningfulStems(written), named)) {
    return { text: written, excerpted: false }
  }
  return { text: toExcerptOf(answer, named), excerpted: true }
}

const kindsOfText =
  '(?:content|article|text|document|page|guide|answer|response|section|overview|explanation|exploration|discussion|summary|analysis|examination|outline|comparison|description|introduction|breakdown|review|study|look|list|essay|piece|passage|post|lesson|resource)'

/** Descriptions of the text itself rather than of its subject. */
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

/** The stems of the words with a meaning of their own. */
const toMeaningfulStems = (text: string) =>
  toWords(text)
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map(toStem)
    .filter((stem) => !emptyWords.has(stem))

/** Whether there are enough words beyond those of the title. */
const saysMore = (words: string[], named: ReadonlySet<string>) =>
  new Set(words.filter((stem) => !named.has(stem))).size >= minNewWords

/** Sentences that introduce what follows, or talk about the answer. */
const introduction =
  /^(?:here|below|let[’']?s|let us|certainly|sure|of course|to (?:answer|provide|understand|illustrate|explain|describe|differentiate|determine)|in summary|in conclusion|overall|unfortunately|i |i'|the (?:gathered|available|provided|following)|the context of|first,|based on the|if you|please|you can find|for example|for instance|we (?:can|will)|it (?:does not|primarily)|there is (?:a|no) (?:lack|information))/i

/** The beginning of a sentence that refers to the one before. */
const back =
  /^(?:this|these|those|such|they|it|its|their|he|she|his|her|both|each|however|additionally|moreover|furthermore|also|thus|therefore|hence|consequently|as a result|similarly|conversely|instead|in contrast|in turn|by |specifically|(?:in|to|with|for|at|of) (?:\w+ )?(?:this|these|such))\b/i

/** A sentence that announces a list: it says that there are several ways, not which. */
const announcement =
  /\b(?:several|various|an? (?:wide |diverse )?(?:variety|range|number) of|multiple|numerous|many|some|the following) (?:[\w-]+,? (?:and )?){0,3}\w+s\b|\b(?:can be|are|is) (?:summarized|outlined|described|understood|categorized|analyzed) (?:as follows|in terms|based|into)|\bmultifaceted\b|\bdistinct (?:ways|purposes|categories)\b|\bdiffers? significantly\b|\b(?:by|of|on) (?:\w+ ){0,5}specific (?:\w+ ){0,2}\w+s\b|\byou need to understand\b|\bunique features\b|\bquite significant\b|\bkey (?:[\w-]+ )?(?:components|elements|features|aspects|differences|concepts)\b/i
const instance = /\b(?:including|include|such as|like|namely|e\.g\.|because|most common)\b/i

const announces = (sentence: string) => announcement.test(sentence) && !instance.test(sentence)

function toExcerptOf(answer: AnswerSource, named: ReadonlySet<string>): string {
  let plain: string | undefined
  for (const length of firstParts) {
    const found = findSentence(iterateSentences(answer, length), named)
    if (found.informative !== undefined) return found.informative
    plain = found.plain
    if (length >= answer.text.length) break
  }
  return plain ?? toExcerpt(toPlainBeginning(answer, excerptLength), excerptLength)
}

/** The first sentence that shares a word with the title and says more than it, or else the first that shares a word. */
function findSentence(
  paragraphs: Iterable<string[]>,
  named: ReadonlySet<string>,
): { informative?: string; plain?: string | undefined } {
  let plain: string | undefined
  for (const sentences of paragraphs) {
    for (const [index, sentence] of sentences.entries()) {
      if (sentence.length < shortestSentence || introduction.test(sentence)) continue
      const before = sentences[index - 1]
      const text = back.test(sentence) && before !== undefined ? `${before} ${sentence}` : sentence
      if (back.test(text) || introduction.test(text) || text.length > longestText) continue
      const words = toMeaningfulStems(text)
      if (!words.some((stem) => named.has(stem))) continue
      if (saysMore(words, named) && !announces(text)) return { informative: text }
      plain ??= text
    }
  }
  return { plain }
}
