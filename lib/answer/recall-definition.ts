import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { toFirstSentence } from './first-sentence'
import { getFirstWords } from './points'

/** The defined term: words without a verb, perhaps followed by another name. */
const term = String.raw`(?:in [^.,]{3,40}, )?(?:(?!\b(?:is|are|was|were|has|have|can|could|may|that|which|who|we|you)\b)[^.,;:]){2,80}?(?:, (?:(?:also|often|commonly|sometimes) )?(?:known as|called|referred to as) [^.,;:]{2,60},)?`

/** Words of praise or number, which define nothing. */
const empty = String.raw`(?:\w+ly )?(?:crucial|fundamental|essential|critical|powerful|significant|important|key|vital|major|useful|clear|both|all|many|several|various|two|three|four)\b(?!-)`

/** The part of “is a thing that …” before its “that”, in the singular and in the plural. */
const thing = `(?:is|are) an? (?!${empty})[^.;:]{3,80}?`
const things = String.raw`are (?!an? |${empty})(?:(?!(?:in|to|by|for|on|at|from|with)\b)[\p{L}-]+ ){1,3}(?:of (?:[\p{L}-]+ ){1,4})?`

const definition = new RegExp(
  String.raw`^${term} (?:(?:is|are) (?:formally |mathematically )?(?:defined as|calculated (?:by|as|using|with))\b|refers? to\b|states? that\b|(?:${thing} |${things})(?:that|which|in which|at which|where|used to)\b)`,
  'iu',
)

/** The paragraph that an answer begins with, if its first sentence defines something. */
export function findDefinition(tree: Root): Element | undefined {
  const first = tree.children.find((node): node is Element => node.type === 'element')
  if (first?.tagName !== 'p' || getFirstWords(first)) return undefined
  const sentence = toText({ ...first, children: toFirstSentence(first) }).trim()
  return definition.test(sentence) && sentence.endsWith('.') ? first : undefined
}
