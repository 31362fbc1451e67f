import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { isSetApart, toFirstSentence } from './first-sentence'
import { isClosing } from './recall-names'

/** Two paragraphs are hardly a list of points. */
const fewestParagraphs = 3

/** More than these are told, not listed. */
const mostParagraphs = 8

/** What says that a paragraph adds a point to those before, or sets one beside them. */
const addition =
  /^(?:moreover|furthermore|additionally|in addition|in contrast|by contrast|conversely|similarly|likewise|on the other hand|another|one of the|one (?:\w+ )?(?:reason|aspect|way|factor|effect)|(?:first|second|third)(?:ly)?(?=,))(?!\w)/i

/** What goes on with the point before. */
const back =
  /^(?:this|these|that|those|such|it|they|here|then|thus|hence|therefore|consequently|as a result|for (?:example|instance)|to illustrate|consider|suppose|imagine|let)\b/i

/**
 * The paragraphs of an answer that is a list of points without being written as one: it has nothing but paragraphs, one
 * of them says that it adds to those before, and each begins with a whole sentence that stands by itself. What closes
 * the answer is no point. Empty where it is not certain.
 */
export function listPointParagraphs(tree: Root): Element[] {
  const blocks = tree.children.filter((node): node is Element => node.type === 'element')
  const paragraphs = blocks.filter((block) => !isClosing(block))
  const begun = paragraphs.map((block) => toText({ ...block, children: toFirstSentence(block) }).trim())
  const areListed = begun.slice(1).some((sentence) => addition.test(sentence))
  const isCertain =
    paragraphs.length >= fewestParagraphs &&
    paragraphs.length <= mostParagraphs &&
    blocks.every(isProse) &&
    begun.every((sentence) => /^[^\p{Ll}].*\.[”"’')\]]*$/su.test(sentence) && !back.test(sentence))
  return areListed && isCertain ? paragraphs : []
}

const isProse = ({ tagName, children }: Element) => tagName === 'p' && !children.some(isSetApart)
