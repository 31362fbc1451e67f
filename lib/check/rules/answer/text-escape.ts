import type { Edit, Match } from '@/lib/core/finding'
import { listFieldTexts } from '../../question/field-texts'
import { toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'
import { isMentioned, type Part, toCodeRemedy, toWord } from '../../text/mentioned'
import { isInCode } from '../../text/quotation'

/** A letter escaped as in JSON, mail (RFC 2045) or an address, and a typographic sign that was twice made an entity. */
const escaped =
  /(?<!\\)(?:\\u[0-9a-fA-F]{4})+|(?:=[0-9A-F]{2}){2,12}|(?<=\p{L})%20(?=\p{L})|&amp;(?:#39|#x27|#82(?:1[126-9]|2[0126])|[lr][sd]quo|[mn]dash|hellip);/gu

/** Few texts have any of these, and only those are searched. */
const mayBeEscaped = /\\u[0-9a-fA-F]|=[0-9A-F][0-9A-F]=|%20|&amp;[#a-z]/

/** What an entity that was escaped a second time stands for. */
const signs: Record<string, string> = {
  ...{ '#39': "'", '#x27': "'", lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', mdash: '—', ndash: '–', hellip: '…' },
  ...{ '%20': ' ' },
}

/** Words in texts that are about these escapes rather than use them. */
const topic =
  /\b(?:JSON|Unicode|UTF-8|MIME|[Qq]uoted-printable|[Pp]ercent-encod\w+|URL-encod\w+|[Ee]scape sequences?|HTML|[Mm]ojibake)\b/

export const rule: Rule = {
  name: 'text-escape',
  severity: 'error',
  fix: 'writes the letter, unless the text may be about the escape itself',
  expects: 'Letters are written as they are, not as a program escapes them: ’, not \\u2019, =E2=80=99 or &amp;rsquo;.',
  why: 'Nothing turns them back into letters: readers see the escapes.',
  wrong: 'Newton\\u2019s first law',
  right: 'Newton’s first law',

  *findInQuestion(file) {
    for (const [field, text] of listFieldTexts(file.fields)) {
      if (field === 'answer') continue
      for (const { index, found, letter } of findEscapes(text)) {
        const part = { start: index, end: index + found.length }
        if (isInCode(text, part.start, part.end)) continue
        const at = file.inField(field, index)
        const fix = toFieldFix(file, at, found, letter)
        yield toMatch(at, found, letter, isMentionOf(file, text, part, letter), fix)
      }
    }
    const { answer } = file
    for (const { index, found, letter } of findEscapes(answer.prose)) {
      const part = { start: index, end: index + found.length }
      const edit = toPlainEdit(file, part.start, part.end, letter)
      const isMention = isMentionOf(file, answer.markdown, part, letter)
      yield toMatch(answer.toFile(index), found, letter, isMention, edit && [edit])
    }
  },
}

const toMatch = (at: number, found: string, letter: string, isMention: boolean, fix: Edit[] | undefined): Match => ({
  at,
  message: `${toMessage(found, letter)}${isMention ? toCodeRemedy(found) : ''}`,
  fix: isMention ? undefined : fix,
})

/** Whether the escape itself may be meant: the letter, or the word with the letter, is next to it. */
function isMentionOf({ text: whole }: QuestionFile, text: string, part: Part, letter: string): boolean {
  const { start, end } = toWord(text, part)
  const word = `${text.slice(start, part.start)}${letter}${text.slice(part.end, end)}`
  return topic.test(whole) || isMentioned(text, part, [letter, word])
}

const toMessage = (found: string, letter: string) =>
  `Readers see “${found}” here, which stands for ${letter === ' ' ? 'a space' : letter}. Write ${letter === ' ' ? 'that' : letter}.`

function toFieldFix({ text }: QuestionFile, at: number, found: string, letter: string): Edit[] | undefined {
  return text.startsWith(found, at) ? [{ start: at, end: at + found.length, text: letter }] : undefined
}

/** The escapes in a text, with the letters they stand for. */
function* findEscapes(text: string): Generator<{ index: number; found: string; letter: string }> {
  if (!mayBeEscaped.test(text)) return
  for (const { index, 0: found } of text.matchAll(escaped)) {
    const letter = /^[%=]/.test(found) && isInAddress(text, index) ? undefined : decode(found)
    if (letter !== undefined) yield { index, found, letter }
  }
}

/** How much of a long address is searched. */
const longestAddress = 2_000

/** Whether an escape is in an address, where it belongs. */
function isInAddress(text: string, index: number): boolean {
  const [before = ''] = /\S*$/.exec(text.slice(Math.max(0, index - longestAddress), index)) ?? []
  return /[/@]|^www\./.test(before)
}

/** Letters and signs beyond ASCII: where ASCII is escaped, the text is about the escapes. */
const beyondAscii = /^[^\p{ASCII}\p{C}]+$/u

function decode(found: string): string | undefined {
  const name = found.replace(/^&amp;|;$/g, '')
  if (signs[name]) return signs[name]
  const letters = found.startsWith('=')
    ? Buffer.from(found.replaceAll('=', ''), 'hex').toString('utf8')
    : String.fromCharCode(...listCodes(found))
  return beyondAscii.test(letters) && !letters.includes('\uFFFD') ? letters : undefined
}

/** The code units of JSON's escapes, or of a numeric entity. */
const listCodes = (found: string) =>
  found.startsWith('\\')
    ? Array.from(found.matchAll(/[0-9a-fA-F]{4}/g), ([digits]) => Number.parseInt(digits, 16))
    : [Number(/\d+/.exec(found)?.[0])]
