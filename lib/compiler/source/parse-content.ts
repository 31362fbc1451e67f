import type { PlacedAddress, SubjectRecord } from '@/lib/core/types'
import type { SchemaDef } from '../schema/schema'
import { type QuestionRead, readQuestion } from './read-question'
import { readRemoved } from './read-removed'
import { readSubject } from './read-subject'
import { readText } from './read-text'

/** What a content file holds and what is wrong with it; `text` is absent if it could not be decoded. */
export type Content = QuestionRead & { text?: string; subject?: SubjectRecord; removed?: PlacedAddress[] }

/**
 * Parses a file of the content folder as what its place makes it: a question, a subject, or the list of removed
 * addresses.
 */
export function parseContent(bytes: Buffer, dir: string, name: string, schema: SchemaDef): Content {
  const text = readText(bytes)
  if (typeof text !== 'string') return { findings: [text] }
  if (dir === '') return { text, ...readRemoved(text) }
  if (dir === 'subjects') return { text, ...readSubject(text, name, schema) }
  return { text, ...readQuestion(text, `${dir}/${name}`, schema) }
}
