import { isQuoted } from './quotation'

/**
 * The two characters `\n`, once or several times in a row. As a `break` they can only have been a line break; a
 * `mention` is meant literally: a command, a path, a pattern, the characters themselves. The rest is `unclear`.
 */
export type LiteralBreak = { index: number; found: string; reading: 'break' | 'unclear' | 'mention' }

/** TeX and LaTeX commands that people mention in running text. */
const commands = new Set(
  `ncong ne nearrow neg neq nexists ngeq ngtr nleftarrow nleq nless nmid nocite nobreak nobreakspace node nodepart noexpand
  noindent nolimits nolinebreak nolinenumbers nolinkurl nomenclature nonfrenchspacing nonstopmode nonumber nopagebreak
  nopagecolor normalcolor normalfont normalmarginpar normalsize not notag notin nparallel nprec nrightarrow nsim nsubseteq
  nsucc nsupseteq ntriangleleft ntriangleright nu null nulldelimiterspace num number numberline numberwithin numexpr numlist
  numrange nwarrow nabla natural newblock newboolean newcites newcolumntype newcommand newcommandx newcounter newcount
  newdimen newenvironment newfloat newfont newgeometry newglossary newglossaryentry newif newacronym newlabel newlength
  newline newlist newpage newpagestyle newsavebox newskip newtheorem newtheoremstyle newtoks newunicodechar newwrite
  newread nicefrac nobibliography nth nfss nameref newtcolorbox newmdenv newtcbox nodata noalign noalgorithm`.split(
    /\s+/,
  ),
)

const literal = /(?<!\\)(?:\\n)+/g
const lineStart = /(?:^|\n)[ \t]*$/
/** The end of a sentence, with the closing marks after it. */
const sentenceEnd = /[.!?…][)\]"”’»*_\0]*$/
/** How an item, a heading, a quote or a row of a table begins. */
const blockMark = /^(?:[-*+•][ \t]+\S|\d{1,3}[.)][ \t]+\S|#{1,6}[ \t]+\S|>[ \t]*\S|\|)/
const capital = /^["“‘'(*_\0]*[\p{Lu}\p{N}]|^\0/u
/** Signs of patterns, calls and strings. */
const sign = /[[\]^()/|{}+*?$'"`<>=&%,;:\\]/

/** All places of the two characters in running text; `markdown` is the whole Markdown. */
export function listLiteralBreaks({ prose, markdown }: { prose: string; markdown: string }): LiteralBreak[] {
  let readTo = 0
  return [...prose.matchAll(literal)].map(({ index, 0: found }) => {
    const end = index + found.length
    const reading = read(prose, markdown, index, end, readTo)
    if (reading === 'break') readTo = end
    return { index, found, reading }
  })
}

function read(prose: string, markdown: string, index: number, end: number, readTo: number): LiteralBreak['reading'] {
  const before = prose.slice(Math.max(readTo, index - 200), index)
  const after = prose.slice(end, end + 200)
  const glued = /\S*$/.exec(before)?.[0] ?? ''
  const name = /^[A-Za-z]+/.exec(after)?.[0] ?? ''
  // A path (C:\new, \\server\new) or a string of escapes (\r\n).
  if (/^["“(]?[A-Za-z]:|[\\~]/.test(glued)) return 'mention'
  if (commands.has(`n${name}`) && /^[^\p{L}\p{N}]?$/u.test(glued.slice(-1))) return 'mention'
  const isEnded = sentenceEnd.test(before.trimEnd())
  const isFirst = lineStart.test(markdown.slice(Math.max(0, index - 200), index))
  const isLast = /^[ \t]*(?:\n|$)/.test(after)
  const next = after.trimStart()
  const isBegun = isLast || capital.test(next)
  // If others are line breaks, one between words is too: a heading does not end with punctuation.
  const isAnother = readTo > 0 && /[\p{L}\p{N}]{3}$/u.test(before) && /^\p{Lu}/u.test(after)
  const isCertain = ((isEnded || isFirst) && isBegun) || isAnother || isBeforeMark(before, after, isEnded || isFirst)
  if (isQuoted(markdown, index, end)) return isCertain && !isAlone(before, after) ? 'unclear' : 'mention'
  if (isCertain || isParagraphEnd(before, after, end - index)) return 'break'
  if (/^[a-z]/.test(after)) return isPath(glued, after) ? 'mention' : 'unclear'
  if (isAlone(before, after) || sign.test(after[0] ?? '') || sign.test(glued.slice(-1))) return 'mention'
  return 'unclear'
}

/** Directly before an item or a heading, and after words or at the beginning of a line. */
const isBeforeMark = (before: string, after: string, isBoundary: boolean) =>
  blockMark.test(after) && (isBoundary || /[\p{L}\p{N}:;,)]$/u.test(before))

/** Several in a row between words, the first after the end of a sentence. */
const isParagraphEnd = (before: string, after: string, length: number) =>
  length > 2 &&
  /(?:[.!?…:;][)"”’*\0]*|[\p{L}\p{N}),]{3})$/u.test(before) &&
  /^[ \t]*["“‘'(*\0]*[\p{L}\p{N}]/u.test(after)

/** Between spaces and punctuation: the characters themselves. */
const isAlone = (before: string, after: string) =>
  /(?:^|[\s("'“‘«\0])$/.test(before) && /^(?:$|[\s)"'”’».,;:!?\0])/.test(after)

/** A path of folders, or of a file with an extension. */
const isPath = (glued: string, after: string) => {
  const token = `${glued}\\n${/^\S*/.exec(after)?.[0] ?? ''}`.replace(/[.,;:!?)"”’]+$/, '')
  return /^[\w.~-]*(?:\\[\w.-]+)+$/.test(token) && (/\.[a-z0-9]{1,5}$/i.test(token) || /\\[^\\]+\\/.test(token))
}
