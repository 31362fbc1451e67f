import { withoutTex } from './tex-words'

/**
 * The text between two dollar signs, with line breaks decoded, and the characters right before (two) and after (one) the
 * signs.
 */
export type BetweenDollars = { content: string; before: string; after: string; inTable: boolean }

/** Whether a possible formula spans paragraphs and reads like sentences. */
export const isProse = (tex: string) =>
  /(?:\\n|\n)\s*(?:\\n|\n)/.test(tex.trim()) && /\b(?:[A-Za-z]{2,},? ){5}/.test(withoutTex(tex))

const isTex = (text: string) => /\\[A-Za-z,;:!{}|%$#&\\]|[\^_]/.test(text)

/** Words of sentences, next to words or numbers, that do not occur in formulas: `by + c` is a product. */
const sentenceWord =
  /(?:^|(?<=[\w,.;:)%] ))(?:an? (?=[a-z\d]{2})|(?:the|and|or|to|of|for|per|is|are|was|were|in|on|at|by|as|vs|so|if|but|than|then|each|with|from|this|that|plus|when|while)(?:,? (?=[\w(*"])|$))/
/** A word that joins two formulas, with the closing sign of the one before and the opening sign of the one after. */
const joiningWord = /^\s+(?:and|or|to|of|for|is|are|in|by|from|with|vs|but|than|then|if)\s+$/
const twoWords = /\b[A-Za-z]{2,},? +[A-Za-z]{2,}/
const fourWords = /\b(?:[A-Za-z]{2,},? +){3}[A-Za-z]{2,}/

/**
 * No formula begins like this: the sign belongs to the text before it (`15$, `, `($)`, `"$"`, `$/month`), or is the name
 * of a variable in Perl (`$_, `).
 */
const beginsBehindSign = /^(?:[/),;?].|_(?:[\s,;.)]|$)|["“”'](?:[\s,;.]|$)|\*\*|\][^\w\\-])/

/** A formula does not end like this if something follows right after the sign: `$x, $y`, `$HOME/$USER`, `$a[$i`. */
const endsBeforeSign = /[,;:=+\-*/<>&|([{"“.?@#]$/
/** Nor does it ever end like this: a quote or bracket opens right before the sign. */
const opensBeforeSign = /[\s,]["“'([{]$/

/**
 * Whether the text between two dollar signs is a formula, and not text between two amounts or variables (`$5 and $6`,
 * `$HOME/$USER`). Based on Pandoc's rule (https://pandoc.org/MANUAL.html#extension-tex_math_dollars): the second sign has
 * no space before it and no digit after it. More is accepted: `$ x $` is common in the library, and `$c_0 $` looks like
 * TeX.
 */
export function isMathBetweenDollars({ content, before, after, inTable }: BetweenDollars): boolean {
  const tex = content.trim()
  if (tex === '' || beginsBehindSign.test(tex) || opensBeforeSign.test(tex) || after === '{') return false
  if (joiningWord.test(content) || isBetweenPrompts(content, after)) return false
  const words = withoutTex(tex)
  if (fourWords.test(words) || leavesLink(tex) || (inTable && leavesCell(content))) return false
  return fitsSigns(content, before, after, words) && !isMoney(tex, before, words) && !isBetweenSums(content, before)
}

/** Whether the first sign can open and the second can close a formula, judging by the characters around them. */
function fitsSigns(content: string, before: string, after: string, words: string): boolean {
  const begins = /^\s/.test(content)
  const ends = /\s$/.test(content)
  const technical = isTex(content) || content.includes('=')
  if (/\d/.test(after)) return !ends && /^[^\d].*\\[A-Za-z]/s.test(content)
  if (ends && after === '$') return false
  if (/[\w([\\]/.test(after) && endsBeforeSign.test(content.trim())) return false
  if (begins) return !/[\w)\]}%+]$/.test(before) && (technical ? !hasSentenceWord(words) : !isSentence(words))
  if (ends)
    return !/[\w{\\([<=+@#^%&~]/.test(after) && (isTex(content) || /^[A-Za-z]'*\s$/.test(content)) && !isSentence(words)
  if (/[A-Za-z]/.test(after)) {
    if (/[A-Za-z]$/.test(before) && !/^[\\_^{]/.test(content)) return false
    return !/^[A-Za-z]{3,}$/.test(content) && (technical || !hasSentenceWord(words))
  }
  return technical || !/\b(?:the|is|are|was|were|this|that|with|from|but|each)\b/.test(words)
}

const hasSentenceWord = (words: string) => sentenceWord.test(words.trim()) && /\s/.test(words.trim())
const isSentence = (words: string) => twoWords.test(words) || hasSentenceWord(words)

/** Whether one or both signs belong to amounts of money: `$80/year, so a 2% gain = $`, `15$-20$`. */
function isMoney(tex: string, before: string, words: string): boolean {
  if (/\d$/.test(before) && /^[,.;:/–—\-+=*)]/.test(tex)) return true
  if (!/^\.?\d/.test(tex)) return false
  if (/[A-Za-z]$/.test(before) && /^[\d,.]+\D/.test(tex)) return true
  const technical = isTex(tex) || tex.includes('=')
  if (!technical && /[A-Za-z]{3,}|[–—]/.test(words)) return true
  if (/[€£¥]/.test(words)) return true
  if (/^[\d,.]+\s+[A-Za-z]{3,}\s/.test(words) || /^[\d,.]+\s*[-–—+*/=]$/.test(tex)) return true
  return hasSentenceWord(words)
}

/** Whether both signs follow amounts and a space (`5 $ und 6 $`), unlike a formula after a number: `5 $ x = 6 $`. */
const isBetweenSums = (content: string, before: string) =>
  /\d\s$/.test(before) && /^\s.*\s\d[\d.,]*\s$/s.test(content) && !isTex(content) && !/^\s*\w+\s*[=<>]/.test(content)

/** Whether both signs are the prompts of a shell, at the beginning of lines: `$ cd app` and below it `$ ls`. */
const isBetweenPrompts = (content: string, after: string) => after === ' ' && /^ \S.*\n[ \t]*$/s.test(content)

/** Whether the text of a link ends inside the formula: `[5$](…) and [6$](…)`. */
function leavesLink(tex: string): boolean {
  for (let at = tex.indexOf(']('), open = 0, from = 0; at !== -1; at = tex.indexOf('](', from)) {
    for (const char of tex.slice(from, at)) open += char === '[' ? 1 : char === ']' ? -1 : 0
    if (open <= 0) return true
    open -= 1
    from = at + 1
  }
  return false
}

/** Whether a table cell ends inside the formula: at a bar between spaces, unless in brackets as in `P(A | B)`. */
function leavesCell(content: string): boolean {
  if (content.includes('\n')) return true
  let depth = 0
  for (let at = 0; at < content.length; at += 1) {
    const char = content[at] as string
    if ('([{'.includes(char)) depth += 1
    else if (')]}'.includes(char)) depth -= 1
    else if (char === '|' && depth <= 0 && content[at - 1] === ' ' && content[at + 1] === ' ') return true
  }
  return false
}
