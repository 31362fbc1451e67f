import path from 'node:path'
import type { Subject } from 'contentlayer/generated'
import { isBlocking } from '@/lib/core/finding'
import type { SubjectRecord } from '@/lib/core/types'
import { getDocumentType, type SchemaDef } from '../schema/schema'
import { validateFields } from '../schema/validate'
import { parseYamlFile } from './front-matter'
import { placeProblems, type ReadResult } from './read-question'

/** Reads content/subjects/<subject>.yml. */
export function readSubject(text: string, file: string, schema: SchemaDef): ReadResult<SubjectRecord> {
  const parsed = parseYamlFile(text)
  if ('rule' in parsed) return { problems: [parsed] }
  const mistakes = validateFields(parsed.fields, getDocumentType(schema, 'Subject').fieldDefs, schema)
  const problems = placeProblems(text, parsed, mistakes)
  if (problems.some(isBlocking)) return { problems }
  const { title, description, order } = parsed.fields as Pick<Subject, 'title' | 'description' | 'order'>
  return { record: { subject: path.posix.basename(file, '.yml'), title, description, order }, problems }
}
