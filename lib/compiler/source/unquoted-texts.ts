import type { Edit } from '@/lib/core/finding'
import { readBrokenQuotes } from './broken-quotes'
import { findListedText, type TextKind } from './listed-text'
import { toYamlText } from './write-yaml'
import { endOfLine, endOfValue } from './yaml-lines'

/**
 * A text that YAML does not read as written: `sign` is what it takes for syntax, at the offset `at` of the YAML, and
 * `start` to `end` is the whole value. `quoted` is the text as it should be written, if that is certain.
 */
export type UnquotedText = {
  field: string
  at: number
  sign: string
  start: number
  end: number
  quoted: string | undefined
  /** What is wrong if the sign is a quotation mark: it is not closed, or closed before the text ends. */
  quotes?: 'unclosed' | 'closed early'
  /** Why `quoted` is uncertain: a part may be a comment, or another field. */
  doubt?: 'comment' | 'field'
  /** The value is a list instead of text: `quoted` then joins all its items. */
  isList?: true
}

/** Writes a text as it should be written, if that is certain; `yamlStart` is where the YAML begins in its file. */
export const toQuotedFix = ({ start, end, quoted }: UnquotedText, yamlStart: number): Edit[] | undefined =>
  quoted === undefined ? undefined : [{ start: yamlStart + start, end: yamlStart + end, text: quoted }]

/** Which fields hold sentences or names, by their dotted paths. */
export type TextFields = ReadonlyMap<string, TextKind>

const field = /^( *)([A-Za-z_][\w-]*):(?=[ \t]|$)/
const item = /^( *)-(?=[ \t])/
const blockHeader = /^[|>](?:[1-9]?[-+]?|[-+][1-9])(?=[ \t]*(?:[ \t]#.*)?(?:\n|$))/
const signAtStart = /^(?:[[\]{},&*!|>%@`#]|[-?:](?=\s|$))/
const closedQuote = /^(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')(?=\s*$|[ \t]+#)/
/** A `#` after a space. One that begins a line is certainly a comment. */
const comment = /[^\s][ \t]+#/
/** TeX commands that begin like an escape that YAML shares with JSON; for others it is unclear what is meant. */
const texLikeEscapes =
  'bar|begin|beta|big|binom|bmod|boldsymbol|bot|bullet|flat|forall|frac|rangle|rho|right|rm|tan|tau|text|tfrac|theta|tilde|times|to|top|triangle'
/** Backslashes that YAML refuses in double quotes, or that begin a TeX command and would become a control character. */
const lostBackslash = new RegExp(
  String.raw`\\(?:[^0abefnrtvNLPxuU_"\\/ \t\n]|[aev][A-Za-z]|(?:${texLikeEscapes})|x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|U(?![\da-fA-F]{8}))`,
)

/**
 * The texts of a mapping, at most two levels deep, that need quotes and have none; takes time linear in its length.
 */
export function findUnquotedTexts(yaml: string, texts: TextFields): UnquotedText[] {
  const found: UnquotedText[] = []
  let parent = ''
  for (let at = 0; at < yaml.length; ) {
    const end = endOfLine(yaml, at)
    const line = yaml.slice(at, end)
    const named = field.exec(line)
    const opening = named ?? item.exec(line)
    const indent = opening?.[1]?.length ?? 0
    const path = named ? `${indent > 0 && parent ? `${parent}.` : ''}${named[2]}` : parent
    if (named && indent === 0) parent = named[2] as string
    const kind = texts.get(path)
    const isText = kind !== undefined && (kind === 'list') === (named === null)
    if (!opening || !isText) {
      at = end + 1
      continue
    }
    const region = endOfValue(yaml, end, indent)
    const listed = named && findListedText(yaml, { end: at + opening[0].length, region, indent, kind })
    if (listed) {
      const quoted = listed.text === undefined ? undefined : ` ${quote(listed.text)}`
      const value = yaml.slice(listed.start, listed.end)
      const sign = listed.start + value.length - value.trimStart().length
      found.push({ ...listed, field: path, at: sign, sign: yaml[sign] as string, quoted, isList: true })
      at = listed.end + 1
      continue
    }
    const written = yaml.slice(at + opening[0].length, region)
    const start = at + opening[0].length + written.length - written.trimStart().length
    const sign = findSign(yaml.slice(start, region).trimEnd())
    if (sign) found.push({ field: path, ...sign, at: start + sign.at, start, end: start + sign.length })
    at = region + 1
  }
  return found
}

type Sign = Pick<UnquotedText, 'at' | 'sign' | 'quoted' | 'quotes' | 'doubt'> & { length: number }

function findSign(value: string): Sign | undefined {
  if (value === '' || blockHeader.test(value) || /^!!str /.test(value) || /^#(?:\s|$)/.test(value)) return undefined
  const closed = closedQuote.exec(value)?.[0]
  if (closed) return closed[0] === '"' ? findLostBackslash(closed) : undefined
  if (/^['"]/.test(value)) return toBrokenQuotes(value)
  const atStart = signAtStart.exec(value)?.[0]
  if (atStart !== undefined) return toSign(value, 0, atStart)
  const [firstLine = ''] = value.split('\n', 1)
  const colon = firstLine.search(/:(?=\s|$)/)
  const hash = comment.exec(value)
  const hashAt = hash ? hash.index + hash[0].length - 1 : -1
  if (colon !== -1 && (hashAt === -1 || colon < hashAt)) return toSign(value, colon, ':')
  return hashAt === -1 ? undefined : toSign(value, hashAt, '#')
}

/** What follows “# ” may be a comment, and an indented line with a colon may be a misplaced field. */
function findDoubt(value: string): Pick<UnquotedText, 'doubt'> {
  if (/[ \t]#\s|\n[ \t]*#/.test(value)) return { doubt: 'comment' }
  return /\n[ \t]*(?:[A-Za-z_][\w-]*:(?:\s|$)|- )/.test(value) ? { doubt: 'field' } : {}
}

function toSign(value: string, at: number, sign: string): Sign {
  const doubt = findDoubt(value)
  return { at, sign, length: value.length, quoted: doubt.doubt ? undefined : quote(toOneLine(value)), ...doubt }
}

function toBrokenQuotes(value: string): Sign {
  const { text, quotes } = readBrokenQuotes(toOneLine(value))
  const doubt = findDoubt(value)
  return {
    at: 0,
    sign: value[0] as string,
    length: value.length,
    quoted: doubt.doubt ? undefined : quote(text),
    ...doubt,
    ...(quotes && { quotes }),
  }
}

function findLostBackslash(written: string): Sign | undefined {
  const withoutPairs = written.replace(/\\\\/g, '--')
  const lost = lostBackslash.exec(withoutPairs)
  if (!lost) return undefined
  const text = written.slice(1, -1)
  const isEscape = /\\(?:[n0\n]|[xu][\da-fA-F]{2})/.test(withoutPairs)
  const quoted = isEscape ? undefined : toYamlText(text.replace(/\\(["\\/])/g, '$1'), 'single')
  return { at: lost.index, sign: written.slice(lost.index, lost.index + 2), length: written.length, quoted }
}

const toOneLine = (value: string) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')

const quote = (text: string) => toYamlText(text, /["\\]/.test(text) ? 'single' : 'double')
