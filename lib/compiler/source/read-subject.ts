import path from 'node:path'
import type { Subject } from 'contentlayer/generated'
import { type Finding, isBlocking } from '@/lib/core/finding'
import type { SubjectRecord } from '@/lib/core/types'
import { getDocumentType, type SchemaDef } from '../schema/schema'
import { validateFields } from '../schema/validate'
import { parseYamlFile } from './front-matter'
import { placeFindings } from './place-findings'

/** Reads content/subjects/<subject>.yml; `subject` is absent exactly if a finding is blocking. */
export function readSubject(
  text: string,
  file: string,
  schema: SchemaDef,
): { subject?: SubjectRecord; findings: Finding[] } {
  const parsed = parseYamlFile(text)
  if ('rule' in parsed) return { findings: [parsed] }
  const found = validateFields(parsed.fields, getDocumentType(schema, 'Subject').fieldDefs, schema)
  const findings = placeFindings(text, parsed, found)
  if (findings.some(isBlocking)) return { findings }
  const { title, description, order } = parsed.fields as Pick<Subject, 'title' | 'description' | 'order'>
  return { subject: { subject: path.posix.basename(file, '.yml'), title, description, order }, findings }
}
