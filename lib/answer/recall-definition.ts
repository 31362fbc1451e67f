import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { toFirstSentence } from './first-sentence'
import { getFirstWords } from './points'

/** What is defined: words without a verb, perhaps with another name for it. */
const term = String.raw`(?:in [^.,]{3,40}, )?(?:(?!\b(?:is|are|was|were|has|have|can|could|may|that|which|who|we|you)\b)[^.,;:]){2,80}?(?:, (?:(?:also|often|commonly|sometimes) )?(?:known as|called|referred to as) [^.,;:]{2,60},)?`

/** A thing of some kind “that …”. What is only important is not said to be anything. */
const kind = String.raw`(?:is|are) an? (?!(?:\w+ly )?(?:crucial|fundamental|essential|critical|powerful|significant|important|key|vital|major|useful|clear)\b)[^.;:]{3,80}? (?:that|which|in which|at which|where|used to)\b`

const definition = new RegExp(
  String.raw`^${term} (?:(?:is|are) (?:formally |mathematically )?(?:defined as|calculated (?:by|as|using|with))\b|refers? to\b|states? that\b|${kind})`,
  'iu',
)

/** The paragraph that an answer begins with, if its first sentence defines something. */
export function findDefinition(tree: Root): Element | undefined {
  const first = tree.children.find((node): node is Element => node.type === 'element')
  if (first?.tagName !== 'p' || getFirstWords(first)) return undefined
  const sentence = toText({ ...first, children: toFirstSentence(first) }).trim()
  return definition.test(sentence) && sentence.endsWith('.') ? first : undefined
}
