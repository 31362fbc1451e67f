import path from 'node:path'
import type { Subject } from 'contentlayer/generated'
import { toPlainLine } from '@/lib/answer/title'
import { type Finding, isBlocking } from '@/lib/core/finding'
import type { SubjectRecord } from '@/lib/core/types'
import { listFieldPaths } from '../schema/field-paths'
import { getDocumentType, type SchemaDef } from '../schema/schema'
import { listTextFields } from '../schema/text-fields'
import { validateFields } from '../schema/validate'
import { parseYamlFile, trimFields } from './front-matter'
import { explainRefusal, placeFindings } from './place-findings'
import { findUnquotedTexts } from './unquoted-texts'

/** Reads content/subjects/<subject>.yml; `subject` is absent exactly if a finding is blocking. */
export function readSubject(
  text: string,
  file: string,
  schema: SchemaDef,
): { subject?: SubjectRecord; findings: Finding[] } {
  const parsed = parseYamlFile(text)
  const type = getDocumentType(schema, 'Subject')
  const texts = listTextFields(schema, type)
  const paths = listFieldPaths(schema, type)
  if ('rule' in parsed) return { findings: explainRefusal(text, { yaml: text, yamlStart: 0 }, parsed, texts, paths) }
  const wrongFields = validateFields(parsed.fields, type.fieldDefs, schema, paths)
  const unquoted = parsed.verbatim && wrongFields.length === 0 ? [] : findUnquotedTexts(text, texts)
  const findings = placeFindings(text, parsed, unquoted, wrongFields)
  if (findings.some(isBlocking)) return { findings }
  const { title, description, order } = trimFields(parsed).fields as Pick<Subject, 'title' | 'description' | 'order'>
  return {
    subject: {
      subject: path.posix.basename(file, '.yml'),
      title,
      description: description && toPlainLine(description),
      order,
    },
    findings,
  }
}
