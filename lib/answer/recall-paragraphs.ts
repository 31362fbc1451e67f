import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { isSetApart, toFirstSentence } from './first-sentence'
import { isClosing } from './recall-names'

/** Two paragraphs are hardly a list. */
const minParagraphs = 3

/** More paragraphs are a narrative, not a list. */
const maxParagraphs = 8

/** The beginning of a paragraph that adds a point to the previous ones, or contrasts with them. */
const addition =
  /^(?:moreover|furthermore|additionally|in addition|in contrast|by contrast|conversely|similarly|likewise|on the other hand|another|one of the|one (?:\w+ )?(?:reason|aspect|way|factor|effect)|(?:first|second|third)(?:ly)?(?=,))(?!\w)/i

/** The beginning of a paragraph that continues the previous point. */
const back =
  /^(?:this|these|that|those|such|it|they|here|then|thus|hence|therefore|consequently|as a result|for (?:example|instance)|to illustrate|consider|suppose|imagine|let)\b/i

/**
 * The paragraphs of an answer that is a list of points without being written as one: it has only paragraphs, one of them
 * says that it adds to those before, and each begins with a whole sentence that stands on its own. A closing paragraph is
 * not a point. Empty in case of doubt.
 */
export function listPointParagraphs(tree: Root): Element[] {
  const blocks = tree.children.filter((node): node is Element => node.type === 'element')
  const paragraphs = blocks.filter((block) => !isClosing(block))
  const begun = paragraphs.map((block) => toText({ ...block, children: toFirstSentence(block) }).trim())
  const areListed = begun.slice(1).some((sentence) => addition.test(sentence))
  const isCertain =
    paragraphs.length >= minParagraphs &&
    paragraphs.length <= maxParagraphs &&
    blocks.every(isProse) &&
    begun.every((sentence) => /^[^\p{Ll}].*\.[”"’')\]]*$/su.test(sentence) && !back.test(sentence))
  return areListed && isCertain ? paragraphs : []
}

const isProse = ({ tagName, children }: Element) => tagName === 'p' && !children.some(isSetApart)
