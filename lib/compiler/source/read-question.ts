import path from 'node:path'
import { toPlainText } from '@/lib/answer/plain-text'
import { type AnswerSource, toAnswerSource } from '@/lib/core/answer-source'
import { defaultAuthor } from '@/lib/core/defaults'
import { toExcerpt } from '@/lib/core/excerpt'
import { isBlocking, type Problem, toPosition, toProblem } from '@/lib/core/finding'
import { toQuestionPath } from '@/lib/core/routes'
import type { PlacedAddress, QuestionFields, QuestionKey, QuestionRecord } from '@/lib/core/types'
import { getDocumentType, type SchemaDef } from '../schema/schema'
import { type FieldProblem, validateFields } from '../schema/validate'
import { listAddresses } from './answer-links'
import { type FrontMatter, locateFields, parseFrontMatter } from './front-matter'
import { checkAliases, toAliases } from './read-aliases'

/** What a file is, or everything that is wrong with it; `record` is absent exactly where an error is among the problems. */
export type ReadResult<Record> = { record?: Record; problems: Problem[] }

/** Reads one question file: `text` is its content, `file` its path below the content folder. */
export function readQuestion(text: string, file: string, schema: SchemaDef): ReadResult<QuestionRecord> {
  const frontMatter = parseFrontMatter(text)
  if ('rule' in frontMatter) return { problems: [frontMatter] }

  const key = toQuestionKey(file)
  const problems = placeProblems(text, frontMatter, [
    ...validateFields(frontMatter.fields, getDocumentType(schema, 'Question').fieldDefs, schema),
    ...checkAddress(frontMatter.fields, key, file),
    ...checkAliases(frontMatter.fields, key),
  ])

  const fields = frontMatter.fields as QuestionFields
  const answer = toAnswer(fields, frontMatter.body)
  if (!answer) problems.push(toEmptyAnswer(text, frontMatter))
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  const failed = problems.some(isBlocking)
  if (failed || !answer) return { problems }
  const record = toRecord(key, fields, answer)
  return { record: { ...record, aliases: placeAliases(record.details.aliases, text, frontMatter) }, problems }
}

/** The folder directly below `learn` is the subject, however deep the file is; the file's name is the slug. */
export function toQuestionKey(file: string): QuestionKey {
  return { subject: file.split('/')[1] ?? '', slug: path.posix.basename(file, '.md') }
}

/** `answer` where it says something, else the body of the file: that is how a person writes. */
function toAnswer(fields: QuestionFields, body: string): AnswerSource | undefined {
  if (typeof fields.answer === 'string' && !isBlank(fields.answer)) return toAnswerSource(fields.answer)
  return isBlank(body) ? undefined : { text: body, breaks: 'real' }
}

/** Whether an answer or a body says nothing: an editor leaves `&nbsp;` in an empty one. */
export const isBlank = (markdown: string) => /^(?:&nbsp;|\\n|\s)*$/.test(markdown)

function checkAddress(fields: Record<string, unknown>, { subject, slug }: QuestionKey, file: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  const compare = (field: 'url' | 'file_name', expected: string) => {
    const value = fields[field]
    if (typeof value !== 'string' || value === '' || value === expected) return
    const message = `“${field}” says ${value}, but the file is ${file}, which makes it ${expected}. Change the field or move the file.`
    problems.push({ field, rule: 'path-agrees', message })
  }
  compare('url', toQuestionPath(subject, slug))
  compare('file_name', `${slug}.md`)
  return problems
}

/** Puts problems where their fields stand; for one that is not there, where its parent or the front matter begins. */
export function placeProblems(
  text: string,
  { yaml, yamlStart }: FrontMatter,
  found: readonly FieldProblem[],
): Problem[] {
  if (found.length === 0) return []
  const places = locateFields(yaml)
  return found.map(({ field, rename, ...problem }) => {
    const lastDot = field.lastIndexOf('.')
    const place = places.get(field) ?? places.get(field.slice(0, Math.max(0, lastDot)))
    const at = yamlStart + (place?.key ?? 0)
    const name = field.slice(lastDot + 1)
    const isPlain = rename !== undefined && text.startsWith(`${name}:`, at)
    return toProblem(text, {
      at,
      ...problem,
      ...(isPlain && { fix: [{ start: at, end: at + name.length, text: rename }] }),
    })
  })
}

function placeAliases(aliases: readonly string[], text: string, { yaml, yamlStart }: FrontMatter): PlacedAddress[] {
  if (aliases.length === 0) return []
  const places = locateFields(yaml)
  return aliases.map((address, index) => {
    const place = places.get(`aliases.${index}`)
    return { address, ...toPosition(text, yamlStart + (place?.key ?? 0)) }
  })
}

function toEmptyAnswer(text: string, frontMatter: FrontMatter): Problem {
  const message = 'The question has no answer. Write it below the front matter, as Markdown.'
  return {
    ...toPosition(text, Math.min(frontMatter.bodyStart + 1, text.length)),
    rule: 'answer-empty',
    message,
  }
}

function toRecord(key: QuestionKey, fields: QuestionFields, answer: AnswerSource): Omit<QuestionRecord, 'aliases'> {
  const related = [
    fields.related_article1,
    fields.related_article2,
    fields.related_article3,
    fields.related_article4,
    fields.related_article5,
  ].flatMap((article) => (article?.url ? [article.url] : []))
  const links = listAddresses(`${fields.canonical ?? ''} ${answer.text}`)
  return {
    ...key,
    title: fields.title,
    date: fields.date,
    canonical: fields.canonical || undefined,
    subjectTitle: fields.subject || undefined,
    description: fields.seo?.page_description || toExcerpt(toPlainText(answer), 155),
    author: fields.author || defaultAuthor,
    number: Number.isSafeInteger(fields.id) ? fields.id : undefined,
    noIndex: fields.no_index === true,
    answer,
    details: {
      article_title: fields.article_title || undefined,
      question: fields.question || undefined,
      date_format: fields.date_format || undefined,
      post_on_text: fields.post_on_text || undefined,
      updated: fields.updated || undefined,
      reviewed_by: fields.reviewed_by || undefined,
      sources: fields.sources || undefined,
      origin: fields.origin || undefined,
      asked_by_student: fields.asked_by_student || undefined,
      excerpted: fields.seo?.page_description ? undefined : true,
      keywords: toKeywords(fields.seo?.page_keywords ?? ''),
      related,
      links: links.length > 0 ? links : undefined,
      aliases: toAliases(fields.aliases),
    },
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
