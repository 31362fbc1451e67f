import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference'
import { toScalarEdit } from '@/lib/compiler/source/write-yaml'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'
import { isMentioned, toCodeRemedy } from '../../text/mentioned'
import { isInCode } from '../../text/quotation'

const fields = ['title', 'article_title', 'question', 'seo.title', 'seo.page_description']
const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g

/** Words in texts that are about entities rather than use them. */
const topic = /\b(?:HTML|XML|[Cc]haracter entit(?:y|ies)|[Aa]mpersands?|[Cc]haracter references?)\b/

const talk = /\b(?:mean(?:s|ing)?|stands? for|writ(?:e|es|ten)|coded?|symbols?|characters?)\b/i

export const rule: Rule = {
  name: 'title-entity',
  severity: 'warning',
  fix: 'writes the letters, unless the text may be about the entities',
  expects: 'Titles and descriptions have the letters themselves, not HTML entities.',
  why: 'They are text: editors, lists and search results show what is written.',
  wrong: 'title: Who are Romeo &amp; Juliet?',
  right: 'title: Who are Romeo & Juliet?',

  *findInQuestion(file) {
    for (const field of fields) {
      const written = file.getText(field)
      const [first] = written?.matchAll(entity) ?? []
      if (!written || !first || toLetter(first) === first[0]) continue
      const wrong = `${first[0]} in “${field}” is an HTML entity. Write ${toLetter(first).trim() || 'a space'} itself.`
      const part = { start: first.index, end: first.index + first[0].length }
      if (isInCode(written, part.start, part.end)) continue
      const isMention = topic.test(file.text) || isMentioned(written, part, [toLetter(first)], talk)
      const message = `${wrong}${isMention ? toCodeRemedy(first[0]) : ''}`
      yield { at: file.inField(field, first.index), message, fix: isMention ? undefined : toFix(file, field, written) }
    }
  },
}

function toFix(file: QuestionFile, field: string, written: string) {
  const start = file.inField(field, 0)
  const end = file.text.startsWith(written, start) ? start + written.length : undefined
  const plain = written.replace(entity, (...match) => toLetter(match as unknown as RegExpMatchArray))
  return toScalarEdit({ start, end, style: file.getPlace(field)?.style ?? 'none' }, plain)
}

/** The letter of an entity; an entity that HTML does not know is returned as it is. */
function toLetter([whole, decimal, hexadecimal, name]: RegExpMatchArray): string {
  if (decimal !== undefined) return decodeNumericCharacterReference(decimal, 10)
  if (hexadecimal !== undefined) return decodeNumericCharacterReference(hexadecimal, 16)
  const letter = decodeNamedCharacterReference(name ?? '') || whole
  return (letter as string) === '\u00a0' ? ' ' : (letter as string)
}
