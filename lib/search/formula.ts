import { functions } from '@/lib/core/tex-symbols'
import { toQueryWords } from '@/lib/core/words'
import { isStopWord } from './stop-words'

/** More words do not identify a formula any better. */
const maxWords = 12

const sign = /[=^_\\+*|<>±×·÷$\u0370-\u03ff\u2190-\u22ff]|^[-−]$/u
/** Signs that also occur in sentences, between and around words. */
const otherSign = /^(?!.*\p{L}{3}).*[/(){}]/u
const hasSign = (part: string) => sign.test(part) || otherSign.test(part)

const operator = /^[-−+=*/<>±×·÷≈≡≤≥≠∝\u2190-\u21ff\u2200-\u22ff]+$/u

/** Whether a query ends in a formula, where one or two letters are a variable, not a word that is still being typed. */
export function endsInFormula(text: string): boolean {
  const [before = '', last = ''] = ['', ...text.split(/\s+/)].slice(-2)
  return !/\p{L}{3}$/u.test(last) && (hasSign(last) || operator.test(before))
}

/** The words of the first formula in a query, in order and as the index has them; undefined if there is none. */
export function findFormula(text: string): [string, ...string[]] | undefined {
  const parts = text.split(/\s+/).filter(Boolean)
  const isFormula = parts.map(
    (part, index) =>
      hasSign(part) ||
      /\d/.test(part) ||
      (/^\p{L}{1,2}$/u.test(part) && (part.length === 1 || !isStopWord(part.toLowerCase()))) ||
      functions.has(part) ||
      operator.test(parts[index - 1] ?? '') ||
      operator.test(parts[index + 1] ?? ''),
  )
  for (let start = 0; start < parts.length; start += 1) {
    if (!isFormula[start]) continue
    const next = isFormula.indexOf(false, start)
    const end = next === -1 ? parts.length : next
    const own = parts.slice(start, end)
    const [first, ...others] = toQueryWords(own.join(' ')).slice(0, maxWords)
    if (
      first !== undefined &&
      others.length > 0 &&
      own.some(hasSign) &&
      ![first, ...others].every((word) => isStopWord(word) || /^\d+$/.test(word))
    )
      return [first, ...others]
    start = end
  }
  return undefined
}
