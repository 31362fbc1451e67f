import type { Mistake } from '@/lib/core/finding'
import { toSlug } from '@/lib/core/names'
import { isRule, rules } from '@/lib/core/rules/registry'
import type { QuestionFile } from '../question-file'
import { findPlaceholders } from './placeholder'

const shortestDescription = 50
const longestDescription = 160

/** What is wrong with single fields, beyond what the schema says of them. */
export function* checkFields(file: QuestionFile): Generator<Mistake> {
  yield* checkDateOrder(file)
  yield* checkSubjectName(file)
  yield* checkDescription(file)
  for (const [field, text] of listTexts(file.fields)) {
    if (field === 'answer') continue
    for (const { index, message } of findPlaceholders(text)) {
      yield { at: file.inField(field, index), rule: 'placeholder', message }
    }
  }
  yield* checkExceptions(file)
}

function* checkDateOrder(file: QuestionFile): Generator<Mistake> {
  const { date, updated } = file.fields
  if (typeof date !== 'string' || typeof updated !== 'string' || updated >= date) return
  const message = `“updated” is ${updated}, before “date”, which is ${date}. Correct the one that is wrong.`
  yield { at: file.startOf('updated'), rule: 'date-order', message }
}

function* checkSubjectName(file: QuestionFile): Generator<Mistake> {
  const subject = file.getText('subject')
  if (!subject || toSlug(subject) === file.key.subject) return
  const message = `“subject” says ${subject}, but the file is in the folder ${file.key.subject}. Change the field or move the file.`
  yield { at: file.startOf('subject'), rule: 'subject-name', message }
}

function* checkDescription(file: QuestionFile): Generator<Mistake> {
  const field = 'seo.page_description'
  const text = file.getText(field)
  if (!text) return
  const length = [...text].length
  const found = `The description has ${length} characters; expected ${shortestDescription} to ${longestDescription}.`
  if (length < shortestDescription) {
    const message = `${found} Say in one or two sentences what the reader will learn.`
    yield { at: file.inField(field, 0), rule: 'description-length', message }
  } else if (length > longestDescription) {
    const start = [...text].slice(0, longestDescription).join('').length
    const message = `${found} From here on search results cut it: shorten it by ${length - longestDescription}.`
    yield { at: file.inField(field, start), rule: 'description-length', message }
  }
}

/** All texts in the front matter, each with the path of its field. */
function* listTexts(fields: object, parent = ''): Generator<[field: string, text: string]> {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') yield [`${parent}${name}`, value]
    else if (typeof value === 'object' && value !== null) yield* listTexts(value, `${parent}${name}.`)
  }
}

function* checkExceptions(file: QuestionFile): Generator<Mistake> {
  for (const [index, name] of listExceptions(file).entries()) {
    const problem = isRule(name)
      ? rules[name].blocks && 'cannot be switched off'
      : 'is no rule; docs/rules.md lists them'
    if (!problem) continue
    const message = `“check_off” names ${name}, which ${problem}. Remove it.`
    yield { at: file.startOf(`check_off.${index}`), rule: 'exception', message }
  }
}

/** The names in `check_off`, as written. */
export function listExceptions(file: QuestionFile): string[] {
  const names = file.fields.check_off
  return Array.isArray(names) ? names.map(String) : []
}
