import path from 'node:path'
import { cutComments } from '@/lib/answer/comments'
import { toIndexedText } from '@/lib/answer/search-text'
import { isMarkedTitle, toPlainLine, toTitleHtml } from '@/lib/answer/title'
import { type AnswerSource, toAnswerSource } from '@/lib/core/answer-source'
import { defaultAuthor } from '@/lib/core/defaults'
import { byPosition, type Finding, isBlocking, toPosition } from '@/lib/core/finding'
import { relatedFields } from '@/lib/core/related-fields'
import { toMentionsJson } from '@/lib/core/topics'
import type { PlacedAddress, QuestionDetails, QuestionFields, QuestionKey, QuestionRecord } from '@/lib/core/types'
import { toAnswerBands } from '@/lib/search/answer-bands'
import { toSense } from '@/lib/search/sense'
import { toEmptyAnswer } from '../rules/answer/answer-empty'
import { toFenceFinding } from '../rules/front-matter/front-matter'
import { checkPath } from '../rules/front-matter/path-agrees'
import { checkAliasAddresses } from '../rules/old-addresses/alias-address'
import { checkAliasesIndexed } from '../rules/old-addresses/alias-no-index'
import { checkAliasesUnique } from '../rules/old-addresses/alias-unique'
import { listFieldPaths } from '../schema/field-paths'
import { getDocumentType, type SchemaDef } from '../schema/schema'
import { listTextFields } from '../schema/text-fields'
import { validateFields } from '../schema/validate'
import { findAbbreviations } from './abbreviations'
import { listAddresses } from './answer-links'
import { chooseDescription } from './description'
import { findClosingFault } from './fences'
import { type FrontMatter, parseFrontMatter, splitFrontMatter, trimFields } from './front-matter'
import { listWrittenAliases, toAliases } from './old-address'
import { explainRefusal, placeFindings } from './place-findings'
import { findUnquotedTexts } from './unquoted-texts'

/** A valid question as its file has it; `toQuestionRecord` converts it to what the store has. */
export type ReadQuestion = {
  key: QuestionKey
  fields: QuestionFields
  answer: AnswerSource
  /** Plain text, without Markdown. */
  title: string
  keywords: string[]
  aliases: PlacedAddress[]
}

/** What a question file holds; `question` is absent exactly if a finding is blocking. */
export type QuestionRead = { question?: ReadQuestion; frontMatter?: FrontMatter; findings: Finding[] }

/** Reads one question file: `text` is its content, `file` its path below the content folder. */
export function readQuestion(text: string, file: string, schema: SchemaDef): QuestionRead {
  const parsed = parseFrontMatter(text)
  const type = getDocumentType(schema, 'Question')
  if ('rule' in parsed) {
    const split = splitFrontMatter(text)
    if ('rule' in split) return { findings: [split] }
    // The “---” that was found may be a line of the answer.
    const fault = findClosingFault(text, split.yamlStart)
    if (fault) return { findings: [toFenceFinding(text, fault)] }
    const texts = listTextFields(schema, type)
    return { findings: explainRefusal(text, split, parsed, texts, listFieldPaths(schema, type)) }
  }

  const frontMatter = trimFields(parsed)
  const key = toQuestionKey(file)
  const written = listWrittenAliases(frontMatter.fields)
  const wrongFields = validateFields(frontMatter.fields, type.fieldDefs, schema, listFieldPaths(schema, type))
  // Text that was read verbatim needs no quotes; a list in place of text is a wrong field.
  const isClear = frontMatter.verbatim && wrongFields.length === 0
  const unquoted = isClear ? [] : findUnquotedTexts(frontMatter.yaml, listTextFields(schema, type))
  const findings = placeFindings(text, frontMatter, unquoted, [
    ...wrongFields,
    ...checkPath(frontMatter.fields, key, file),
    ...checkAliasAddresses(written),
    ...checkAliasesUnique(written, key),
    ...checkAliasesIndexed(written, frontMatter.fields.no_index),
  ])

  const fields = frontMatter.fields as QuestionFields
  const answer = toAnswer(fields, frontMatter.body)
  if (!answer) findings.push(toEmptyAnswer(text, frontMatter))
  findings.sort(byPosition)
  if (!answer || findings.some(isBlocking)) return { frontMatter, findings }
  const title = toPlainLine(fields.title)
  const keywords = toKeywords(fields.seo?.page_keywords ?? '')
  const aliases = placeAliases(toAliases(fields.aliases), text, frontMatter)
  return { question: { key, fields, answer, title, keywords, aliases }, frontMatter, findings }
}

/** The folder directly below `learn` is the subject, however deep the file is; the file's name is the slug. */
export function toQuestionKey(file: string): QuestionKey {
  return { subject: file.split('/')[1] ?? '', slug: path.posix.basename(file, '.md') }
}

/** The field `answer` unless it is blank, else the body of the file. */
function toAnswer(fields: QuestionFields, body: string): AnswerSource | undefined {
  if (typeof fields.answer === 'string' && !isBlank(fields.answer)) return toAnswerSource(fields.answer)
  return isBlank(body) ? undefined : { text: body, breaks: 'real' }
}

/** Whether an answer or a body is blank: editors leave `&nbsp;` in an empty one, and comments are not shown. */
export const isBlank = (markdown: string) => /^(?:&nbsp;|\\n|\s)*$/.test(cutComments(markdown))

function placeAliases(aliases: readonly string[], text: string, { yamlStart, locate }: FrontMatter): PlacedAddress[] {
  if (aliases.length === 0) return []
  const places = locate()
  return aliases.map((address, index) => {
    const place = places.get(`aliases.${index}`)
    return { address, ...toPosition(text, yamlStart + (place?.key ?? 0)) }
  })
}

/** A question as the store has it. */
export function toQuestionRecord({ key, fields, answer, title, keywords, aliases }: ReadQuestion): QuestionRecord {
  const related = relatedFields.flatMap((field) => fields[field]?.url || [])
  const heading = fields.article_title || fields.title
  const links = listAddresses(`${fields.canonical ?? ''} ${answer.text}`)
  const description = chooseDescription(title, toPlainLine(fields.seo?.page_description ?? ''), answer)
  const details: QuestionDetails = {
    article_title: fields.article_title ? toPlainLine(fields.article_title) : undefined,
    question: fields.question ? toPlainLine(fields.question) : undefined,
    date_format: fields.date_format || undefined,
    post_on_text: fields.post_on_text || undefined,
    updated: fields.updated || undefined,
    recall: fields.recall?.length ? fields.recall : undefined,
    reviewed_by: fields.reviewed_by || undefined,
    sources: fields.sources || undefined,
    origin: fields.origin || undefined,
    asked_by_student: fields.asked_by_student || undefined,
    markedHeading: isMarkedTitle(heading) ? heading : undefined,
    excerpted: description.excerpted || undefined,
    keywords,
    abbreviations: findAbbreviations(title, keywords, answer.text),
    related,
    links: links.length > 0 ? links : undefined,
    aliases: aliases.map(({ address }) => address),
  }
  return {
    ...key,
    title,
    titleHtml: toTitleHtml(fields.title),
    date: fields.date,
    canonical: fields.canonical || undefined,
    subjectTitle: fields.subject || undefined,
    description: description.text,
    author: fields.author || defaultAuthor,
    number: Number.isSafeInteger(fields.id) ? fields.id : undefined,
    noIndex: fields.no_index === true,
    answer,
    sense: toSense(title, key.subject),
    answerBands: toAnswerBands(answer),
    details,
    mentions: toMentionsJson({ subject: key.subject, title, details }),
    searchText: toIndexedText(answer),
    aliases,
  }
}

const toKeywords = (list: string) => [
  ...new Set(
    list
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]
